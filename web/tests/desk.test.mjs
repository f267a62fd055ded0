// A day at the desk: what stands on the rows, what is found by its number, what settings do, what ends by itself.
import assert from 'node:assert/strict';
import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Api } from './support/api.mjs';
import { clean, open, page as newPage } from './support/browser.mjs';
import { onCase, ready, rows, says, type, visit } from './support/console.mjs';
import { Server, copyOf, demoFolder, scratch, tidewaiter } from './support/server.mjs';

let demo;
let server;
let api;
let context;

before(async () => {
  demo = await demoFolder();
  server = await Server.start(await copyOf(demo));
  api = new Api(server);
  await api.prefer({ guide_done: true });
  context = await open();
});

after(async () => {
  await context?.close();
  await server?.stop();
});

const caseId = (page) => decodeURIComponent(new URL(page.url()).pathname.split('/').pop());

test('the planted needless transhipment says so on its row', async () => {
  const page = await newPage(context, server);
  const { items } = await api.ask('GET', '/queue?filter=reason%3ART-TS&limit=200');
  assert.ok(items.length > 0, 'one is planted');
  for (const row of items) {
    assert.ok(row.reasons.slice(0, 2).some((reason) => reason.code === 'RT-TS') || row.arm === 'random', `${row.id}: among the two in words`);
  }
  // Nothing that fired is hidden: in words or by its code.
  const all = (await api.ask('GET', '/queue?limit=200')).items.filter((row) => row.arm !== 'random');
  for (const row of all) {
    const codes = new Set([...row.reasons, ...row.reasons_rest].map((reason) => reason.code));
    const { assessment } = await api.ask('GET', `/consignments/${row.id}`);
    for (const reason of assessment.reasons) assert.ok(codes.has(reason.code), `${row.id}: ${reason.code}`);
  }
  const row = items.find((one) => one.arm !== 'random');
  await visit(page, server, `/queue?filter=id%3A${row.id}`);
  await rows(page).first().waitFor();
  const shown = await rows(page).first().locator('.reasons').innerText();
  assert.match(shown, /RT-TS/);
  const truth = await readFile(join(demo, 'world-truth/consignments.csv'), 'utf8');
  assert.match(truth.split('\n').find((line) => line.startsWith(`${row.transport_document},`)), /needless_transshipment/);
  clean(page);
  await page.close();
});

test('settings apply at once, and a lock ends by itself', async () => {
  const page = await newPage(context, server);
  const before = await api.call('GET', '/settings');
  const after = await api.ask('PUT', '/settings', { body: { text: '[queue]\nlock_minutes = 0.08\n' }, headers: { 'if-match': before.etag } });
  assert.deepEqual([after.restart_needed, after.assesses], [false, false]);
  await visit(page, server, '/queue?filter=list%3Atoday');
  await rows(page).first().waitFor();
  await page.keyboard.press('t');
  await onCase(page);
  const id = caseId(page);
  assert.match(page.url(), /filter=list%3Atoday/, 'the case keeps the list it stands in');
  await page.getByText('you have it').first().waitFor();
  await page.keyboard.press('Escape');
  await page.waitForURL(/\/queue\?filter=list%3Atoday/);
  await page.locator('.sums').getByText(says('1 in work')).waitFor();
  // Nobody does anything: the lock of five seconds ends, and the row and the sums say so.
  await page.locator('.sums').getByText(says('0 in work')).waitFor({ timeout: 20_000 });
  await page.waitForFunction(() => !document.querySelector('.queue-grid')?.textContent.includes('you have it'));
  assert.equal((await api.ask('GET', `/consignments/${id}`)).row.state, 'free');
  const now = await api.call('GET', '/settings');
  await api.ask('PUT', '/settings', { body: { text: '' }, headers: { 'if-match': now.etag } });
  clean(page);
  await page.close();
});

test('the next and the previous case are those of the list', async () => {
  const page = await newPage(context, server);
  const filter = 'reason:OR-ORIG';
  const { items } = await api.ask('GET', `/queue?${new URLSearchParams({ filter, sort: 'risk', limit: '3' })}`);
  await visit(page, server, `/queue?${new URLSearchParams({ filter, sort: 'risk' })}`);
  await rows(page).first().getByRole('link').first().click();
  await onCase(page);
  assert.equal(caseId(page), items[0].id);
  await type(page, 'g', 'j');
  await page.waitForURL(new RegExp(items[1].id));
  await onCase(page);
  await page.getByRole('button', { name: /Next in the list/ }).click();
  await page.waitForURL(new RegExp(items[2].id));
  await onCase(page);
  await type(page, 'g', 'k');
  await page.waitForURL(new RegExp(items[1].id));
  // Opened from a link, the list is read first.
  await visit(page, server, `/case/${items[0].id}?${new URLSearchParams({ filter, sort: 'risk' })}`);
  await onCase(page);
  await type(page, 'g', 'k');
  await page.getByText('There is no further case in this list.').first().waitFor();
  clean(page);
  await page.close();
});

test('a closed case is found by its numbers, and a vessel by its name', async () => {
  const page = await newPage(context, server, { expected: [404] });
  // A consignment of long ago: known from its messages, open no more.
  const truth = await readFile(join(demo, 'world-truth/consignments.csv'), 'utf8');
  const documents = truth.split('\n').slice(1).map((line) => line.split(',')[0]).filter(Boolean);
  let older;
  for (const document of documents.slice(0, 200)) {
    const answer = await api.ask('GET', `/search?${new URLSearchParams({ q: document })}`);
    assert.ok(answer.older_searched || documents.indexOf(document) < 1, 'older cases are read');
    if (answer.older.length > 0) {
      older = { document, id: answer.older[0].id };
      break;
    }
  }
  assert.ok(older, 'there are older cases');
  await visit(page, server, `/search?q=${older.document}`);
  await page.getByText('Older cases with this number').waitFor();
  await page.getByRole('link', { name: older.id }).click();
  await page.waitForURL(/\/case\//);
  await ready(page);
  const vessel = (await api.ask('GET', '/queue?limit=50')).items.map((row) => row.id);
  let imo;
  for (const id of vessel) {
    const { consignment } = await api.ask('GET', `/consignments/${id}`);
    imo = consignment.arriving_vessel ?? consignment.trips?.[0]?.vessels?.[0];
    if (imo) break;
  }
  const kept = await api.call('GET', '/settings');
  await api.ask('PUT', '/settings', { body: { text: `[vessels]\n${imo} = "Grand Example Voyager"\n` }, headers: { 'if-match': kept.etag } });
  await visit(page, server, '/search?q=voyager%20ex');
  await page.getByText(says(`Grand Example Voyager · IMO ${imo}`)).first().waitFor();
  clean(page);
  await page.close();
});

test('the ranking is measured in the console on a world whose truth is known', async (t) => {
  const folder = await mkdtemp(join(scratch, 'world-'));
  const [out, truth, data] = ['messages', 'truth', 'data'].map((name) => join(folder, name));
  const { ends } = JSON.parse(await tidewaiter(['world', '--out', out, '--truth', truth, '--containers', '400', '--days', '60', '--seed', '3', '--json']));
  await tidewaiter(['ingest', '--known-at-event-time', out, '--data', data]);
  await tidewaiter(['assess', '--as-of', ends, '--data', data]);
  const small = await Server.start(data, { words: ['--truth', truth] });
  t.after(() => small.stop());
  const page = await newPage(context, small);
  await visit(page, small, '/settings?tab=evaluation');
  await page.getByRole('button', { name: 'Measure' }).click();
  await page.getByText('The ranking at each share inspected').first().waitFor({ timeout: 120_000 });
  await page.getByText(/consignments assessed while open/).waitFor();
  const answer = await new Api(small).ask('GET', '/evaluation');
  assert.equal(answer.state, 'done');
  assert.ok(answer.report.assessed > 50 && answer.report.at.length > 0, JSON.stringify(answer.report.assessed));
  clean(page);
  await page.close();
});
