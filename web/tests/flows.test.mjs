// What people do in the console, from the first visit to the audit, with the keyboard where a keyboard will do.
import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Api, PASSWORD } from './support/api.mjs';
import { clean, open, page as newPage } from './support/browser.mjs';
import { onCase, ready, rows, says, signIn, type, visit } from './support/console.mjs';
import { Server, addAccount, copyOf, demoFolder } from './support/server.mjs';

const pictures = join(dirname(fileURLToPath(import.meta.url)), '../screenshots');
let demo;

before(async () => {
  demo = await demoFolder();
  await mkdir(pictures, { recursive: true });
});

/** A server on a fresh copy of the demo, a browser, and their end. */
async function scene(t, { accounts = [], context: how = {} } = {}) {
  const data = await copyOf(demo);
  for (const [login, role] of accounts) addAccount(data, login, `${login[0].toUpperCase()}${login.slice(1)} Example`, role, PASSWORD);
  const server = await Server.start(data);
  const context = await open(how);
  t.after(async () => {
    // How each flow ended is worth a look, above all when it failed.
    const name = t.name.replace(/\W+/g, '-').slice(0, 60);
    await context.pages().at(-1)?.screenshot({ path: join(pictures, `flow-${name}.png`) }).catch(() => undefined);
    await context.close();
    await server.stop();
  });
  return { server, context, api: new Api(server) };
}

/** The same with a page that stands on the queue, of somebody who knows the guide. */
async function onQueue(t, { expected = [] } = {}) {
  const { server, context, api } = await scene(t);
  await api.prefer({ guide_done: true });
  const page = await newPage(context, server, { expected });
  await visit(page, server, '/queue');
  await rows(page).first().waitFor();
  return { server, context, api, page };
}

/** The outcomes that count for a consignment. */
async function outcomes(api, id) {
  return (await api.ask('GET', `/consignments/${id}/evidence`)).outcomes.filter((outcome) => !outcome.withdrawn);
}

const caseId = (page) => decodeURIComponent(new URL(page.url()).pathname.split('/').pop());

test('a stranger finds the planted needless transhipment', async (t) => {
  const { server, context, api } = await scene(t);
  const page = await newPage(context, server);
  await visit(page, server, '/queue?filter=reason%3ART-TS');
  await rows(page).first().waitFor();
  await rows(page).first().getByRole('link').first().click();
  await onCase(page);
  await page.getByText(/Transhipped in/).first().waitFor();
  const id = caseId(page);
  const { row } = await api.ask('GET', `/consignments/${id}`);
  const truth = await readFile(join(demo, 'world-truth/consignments.csv'), 'utf8');
  const line = truth.split('\n').find((text) => text.startsWith(`${row.transport_document},`));
  assert.match(line, /needless_transshipment/, 'it is the planted one');
  clean(page);
});

test('a case from t to the finding by the keyboard alone, undone and recorded again', async (t) => {
  const { api, page } = await onQueue(t);
  await page.keyboard.press('t');
  await onCase(page);
  const first = caseId(page);
  assert.equal((await api.ask('GET', `/consignments/${first}`)).row.state, 'taken');
  await type(page, 'n', 'Enter');
  await page.getByText(says(`Finding on ${first} recorded`)).first().waitFor();
  assert.equal((await outcomes(api, first)).length, 1);
  await page.keyboard.press('u');
  await page.getByText('Finding taken back').first().waitFor();
  assert.equal((await outcomes(api, first)).length, 0);
  await type(page, 'n', 'Enter');
  await page.getByText(says(`Finding on ${first} recorded`)).first().waitFor();
  await page.keyboard.press('t');
  await page.waitForURL((url) => url.pathname.startsWith('/case/') && !url.pathname.endsWith(first));
  await onCase(page);
  assert.equal((await outcomes(api, first)).length, 1, 'recorded once');
  // What an auditor sees afterwards.
  const trail = (await api.ask('GET', `/consignments/${first}/history`)).items.map((record) => record.action);
  for (const action of ['case.look', 'case.take', 'outcome.record', 'outcome.withdraw']) {
    assert.ok(trail.includes(action), `${action} in ${trail}`);
  }
  assert.equal((await api.ask('GET', '/audit/verification')).ok, true);
  clean(page);
});

test('the guide leads a first visitor from the queue to the finding, once', async (t) => {
  const { server, context, api } = await scene(t);
  const page = await newPage(context, server);
  await visit(page, server, '/queue');
  await rows(page).first().waitFor();
  await page.getByText(says('Step 1 of 4')).waitFor();
  await page.keyboard.press('t');
  await onCase(page);
  await type(page, 'n', 'Enter');
  await page.getByText(/Finding on .* recorded/).first().waitFor();
  // The last step is the finding itself; that it was seen is kept with the person.
  for (let tries = 0; tries < 20 && !(await api.ask('GET', '/session')).preferences.guide_done; tries += 1) await page.waitForTimeout(250);
  assert.equal((await api.ask('GET', '/session')).preferences.guide_done, true);
  await visit(page, server, '/queue');
  await page.reload();
  await ready(page);
  assert.equal(await page.getByText(/Step .* of/).count(), 0, 'never again');
  clean(page);
});

test('a colleague sees who has a case, and cannot decide it', async (t) => {
  const { server, context, api } = await scene(t, { accounts: [['anna', 'administrator'], ['omar', 'officer'], ['lena', 'officer']] });
  const omar = await api.signedIn('omar');
  const page = await newPage(context, server, { expected: [401, 409] });
  await signIn(page, server, 'lena', PASSWORD);
  await rows(page).first().waitFor();
  const taken = await omar.ask('POST', '/queue/take-next', { body: {} });
  await page.locator('.queue-grid').getByText('Omar Example').first().waitFor();
  await visit(page, server, `/case/${taken.id}`);
  await onCase(page);
  await page.getByText('Omar Example').first().waitFor();
  await type(page, 'n', 'Enter');
  await page.getByText('Not recorded: a colleague has this case').waitFor();
  assert.equal((await outcomes(omar, taken.id)).length, 0);
  // Free again, what was chosen is still chosen.
  await omar.ask('DELETE', `/consignments/${taken.id}/lock`);
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByText(says(`Finding on ${taken.id} recorded`)).first().waitFor();
  clean(page);
});

test('one outcome for many, undone within ten seconds', async (t) => {
  const { api, page } = await onQueue(t);
  const before = (await api.ask('GET', '/queue?limit=1')).counts.decided;
  for (let number = 0; number < 3; number += 1) {
    await type(page, 'j', 'x');
  }
  await page.getByText(says('3 selected')).first().waitFor();
  await page.keyboard.press('b');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await dialog.getByLabel(/Nothing/).first().check();
  await dialog.getByRole('button', { name: says('Record for 3') }).click();
  await page.getByText(says('3 outcomes recorded')).first().waitFor();
  assert.equal((await api.ask('GET', '/queue?limit=1')).counts.decided, before + 3);
  await page.keyboard.press('u');
  await page.getByText(says('3 outcomes withdrawn')).first().waitFor();
  assert.equal((await api.ask('GET', '/queue?limit=1')).counts.decided, before);
  clean(page);
});

test('a filter is typed, lives in the address, is saved, shared and counted', async (t) => {
  const { server, api, page } = await onQueue(t, { expected: [400] });
  await page.keyboard.press('f');
  await page.keyboard.type('reason:OR-ORIG score>0.01');
  await page.keyboard.press('Enter');
  await page.waitForURL(/filter=reason/);
  const { total } = await api.ask('GET', `/queue?${new URLSearchParams({ filter: 'reason:OR-ORIG score>0.01', limit: '1' })}`);
  await page.locator('.sums .count').filter({ hasText: says(`${total} consignment`) }).first().waitFor();
  await page.getByRole('button', { name: /Saved filters/ }).click();
  await page.getByRole('button', { name: 'Save this filter' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Origins to look at');
  await page.getByLabel('Share with everybody').check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText(says('Filter “Origins to look at” saved.')).first().waitFor();
  const saved = (await api.ask('GET', '/filters')).items.find((filter) => filter.name === 'Origins to look at');
  assert.deepEqual([saved.filter, saved.shared, saved.count], ['reason:OR-ORIG score>0.01', true, total]);
  await visit(page, server, '/queue?filter=orgin%3ACN');
  await page.getByText(says('Did you mean origin?')).first().waitFor();
  clean(page);
});

test('what is typed survives the end of a session', async (t) => {
  const { server, context, api } = await scene(t, { accounts: [['anna', 'administrator'], ['omar', 'officer']] });
  const page = await newPage(context, server, { expected: [401] });
  await signIn(page, server, 'omar', PASSWORD);
  await rows(page).first().waitFor();
  await page.keyboard.press('t');
  await onCase(page);
  const id = caseId(page);
  await page.getByLabel('Note').fill('seal 7 was glued, photo 12');
  const anna = await api.signedIn('anna');
  // The administrator sets a new password: every session of the person ends.
  await anna.ask('PUT', '/accounts/omar/password', { body: { password: `${PASSWORD} anew` } });
  await page.keyboard.press('Control+Enter');
  await page.getByLabel('Note').blur();
  await type(page, 'n', 'Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Password').waitFor();
  await dialog.getByLabel('User name').fill('omar');
  await dialog.getByLabel('Password').fill(`${PASSWORD} anew`);
  await page.keyboard.press('Enter');
  await page.getByText(says(`Finding on ${id} recorded`)).first().waitFor();
  const omar = await api.signedIn('omar', `${PASSWORD} anew`);
  const [outcome, ...more] = await outcomes(omar, id);
  assert.equal(more.length, 0);
  assert.equal(outcome.note, 'seal 7 was glued, photo 12');
  clean(page);
});

test('a case that changed meanwhile is not decided blindly', async (t) => {
  const { server, context, api } = await scene(t);
  await api.prefer({ guide_done: true });
  const page = await newPage(context, server, { expected: [412, 'offline'] });
  const { items } = await api.ask('GET', '/queue?limit=5');
  const row = items[3];
  await visit(page, server, `/case/${row.id}`);
  await onCase(page);
  await page.getByLabel('Note').fill('as declared');
  // Another tab of the same person records something else; this one is cut off from the news.
  await page.route('**/events', (route) => route.abort());
  await page.reload();
  await onCase(page);
  const now = await api.ask('GET', `/consignments/${row.id}`);
  await api.ask('POST', `/consignments/${row.id}/outcomes`, { body: { found: 'origin', value: null, note: null }, headers: { 'if-match': now.row.version } });
  await page.getByLabel('Note').blur();
  await type(page, 'n', 'Enter');
  await page.getByText('The case changed while you decided').waitFor();
  assert.equal(await page.getByLabel('Note').inputValue(), 'as declared', 'what was typed is kept');
  await page.getByRole('button', { name: 'Record all the same' }).click();
  await page.getByText(says(`Finding on ${row.id} recorded`)).first().waitFor();
  assert.equal((await outcomes(api, row.id)).length, 2);
});

test('two tabs show the same', async (t) => {
  const { server, context, api } = await scene(t);
  await api.prefer({ guide_done: true });
  const first = await newPage(context, server);
  await visit(first, server, '/queue');
  await rows(first).first().waitFor();
  const second = await context.newPage();
  await second.goto(`${server.url}/queue`);
  await rows(second).first().waitFor();
  await first.keyboard.press('t');
  await onCase(first);
  const id = caseId(first);
  await second.locator('.queue-grid').getByText('you have it').first().waitFor();
  await type(first, 'n', 'Enter');
  await first.getByText(says(`Finding on ${id} recorded`)).first().waitFor();
  await second.locator('.queue-grid').getByText('decided: nothing').first().waitFor();
  clean(first);
});

test('nine tabs are open and all of them work', async (t) => {
  const { server, context, api } = await scene(t);
  await api.prefer({ guide_done: true });
  const { items } = await api.ask('GET', '/queue?limit=9');
  // A browser opens six connections to one host: nine windows with a stream each would starve one another.
  const tabs = [];
  for (const [number, row] of items.entries()) {
    const tab = number === 0 ? await newPage(context, server) : await context.newPage();
    await visit(tab, server, number % 2 ? `/case/${row.id}` : '/queue');
    tabs.push(tab);
  }
  await rows(tabs[0]).first().waitFor();
  await api.ask('POST', '/queue/take-next', { body: {} });
  for (const tab of [tabs[0], tabs[4], tabs[8]]) await tab.locator('.queue-grid').getByText('you have it').first().waitFor();
  // The window that listened for all closes; another one takes over.
  await tabs[0].close();
  await api.ask('POST', '/queue/take-next', { body: {} });
  await tabs[8].waitForFunction(() => (document.querySelector('.queue-grid')?.textContent.match(/you have it/g) ?? []).length >= 2, undefined, { timeout: 10_000 });
});

test('the server goes away and comes back: the console says so and loses nothing', async (t) => {
  const { server, page } = await onQueue(t, { expected: ['offline'] });
  await page.keyboard.press('t');
  await onCase(page);
  const id = caseId(page);
  await server.stop('SIGKILL');
  await type(page, 'n', 'Enter');
  await page.getByText(/The server does not answer/).first().waitFor();
  const again = await server.restart();
  t.after(() => again.stop());
  await page.getByText(says(`Finding on ${id} recorded`)).first().waitFor({ timeout: 30_000 });
  await page.getByText('The server does not answer. What you typed is kept; trying again.').waitFor({ state: 'hidden', timeout: 30_000 });
  assert.equal((await outcomes(new Api(again), id)).length, 1, 'recorded once');
});

test('an answer that was lost on its way is not recorded twice', async (t) => {
  const { server, api, page } = await onQueue(t, { expected: ['offline'] });
  await page.keyboard.press('t');
  await onCase(page);
  const id = caseId(page);
  let lost = 0;
  await page.route('**/outcomes', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue();
    lost += 1;
    // The server records it; the answer never arrives.
    await route.fetch();
    await route.abort('connectionreset');
  });
  await type(page, 'n', 'Enter');
  await page.getByText(says(`Finding on ${id} recorded`)).first().waitFor({ timeout: 30_000 });
  assert.equal(lost, 1);
  assert.equal((await outcomes(api, id)).length, 1);
});

test('a fault of the server and a slow network are told, and nothing happens twice', async (t) => {
  const { server, context, api } = await scene(t);
  await api.prefer({ guide_done: true });
  const page = await newPage(context, server, { expected: [500] });
  await page.route('**/api/v1/queue?*', (route) =>
    route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', title: 'Internal error', status: 500, code: 'internal', detail: 'the server failed; tell the administrator the request', request_id: 'r-test-1' }) }));
  await visit(page, server, '/queue');
  await page.getByText('r-test-1').first().waitFor();
  await page.unroute('**/api/v1/queue?*');
  const calls = [];
  await page.route('**/api/v1/queue/take-next', async (route) => {
    calls.push(route.request().headers()['idempotency-key']);
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await page.getByRole('button', { name: 'Try again' }).click();
  await rows(page).first().waitFor();
  await page.keyboard.press('t');
  await page.keyboard.press('t');
  await page.keyboard.press('t');
  await page.waitForURL(/\/case\//);
  assert.equal(calls.length, 1, 'one intention, one request');
  clean(page);
});

test('an officer without the right is told who has it', async (t) => {
  const { server, context, api } = await scene(t, { accounts: [['anna', 'administrator'], ['omar', 'officer']] });
  const page = await newPage(context, server, { expected: [401, 403] });
  await signIn(page, server, 'omar', PASSWORD);
  for (const path of ['/accounts', '/settings', '/audit', '/overview']) {
    await visit(page, server, path);
    await page.getByText('No access').first().waitFor();
  }
  const omar = await api.signedIn('omar');
  for (const path of ['/accounts', '/settings', '/audit', '/overview', '/api-keys']) {
    const answer = await omar.call('GET', path);
    assert.deepEqual([answer.status, answer.value.code], [403, 'forbidden'], path);
  }
  clean(page);
});

test('shortcuts can be switched off, and the sheet lists them', async (t) => {
  const { server, api, page } = await onQueue(t);
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('Take the most urgent free case').waitFor();
  await page.keyboard.press('Escape');
  await api.prefer({ shortcuts: false });
  await visit(page, server, '/queue');
  await rows(page).first().waitFor();
  await page.keyboard.press('t');
  await page.waitForTimeout(500);
  assert.match(page.url(), /\/queue$/);
  clean(page);
});

test('any number finds its case, mistyped too', async (t) => {
  const { server, context, api } = await scene(t);
  await api.prefer({ guide_done: true });
  const { items } = await api.ask('GET', '/queue?limit=3');
  const container = items[2].containers[0];
  const wrong = `${container.slice(0, 6)}${(Number(container[6]) + 1) % 10}${container.slice(7)}`;
  const page = await newPage(context, server);
  await visit(page, server, '/queue');
  await rows(page).first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type(container.slice(0, 8));
  await page.getByRole('option').filter({ hasText: container }).first().waitFor();
  await page.keyboard.press('Escape');
  await visit(page, server, `/search?q=${wrong}`);
  await page.getByText(container).first().waitFor();
  await page.getByText(/check digit/i).first().waitFor();
  clean(page);
});

test('the dossier prints with its reference, pages and who printed it', async (t) => {
  const { server, context, api } = await scene(t);
  await api.prefer({ guide_done: true });
  const { items } = await api.ask('GET', '/queue?limit=1');
  const page = await newPage(context, server);
  await visit(page, server, `/case/${items[0].id}`);
  await onCase(page);
  const pdf = await page.pdf({ format: 'A4' });
  assert.ok(pdf.length > 20_000 && Buffer.from(pdf).toString('latin1', 0, 5) === '%PDF-');
  await page.emulateMedia({ media: 'print' });
  await page.getByText(/Printed by/).first().waitFor();
  await page.getByText(items[0].id).first().waitFor();
  assert.equal(await page.getByRole('button', { name: 'Record', exact: true }).isVisible(), false, 'no controls on paper');
  clean(page);
});

test('an officer sees what is odd about a flagged trip, and checks it against the message', async (t) => {
  const { server, context, api } = await scene(t);
  await api.prefer({ guide_done: true });
  const { items } = await api.ask('GET', `/queue?${new URLSearchParams({ filter: 'reason:TM-DWELL', sort: 'risk', limit: '20' })}`);
  const flagged = await firstWith(items, async (container) => {
    const { trips } = await api.ask('GET', `/containers/${container}/trips`);
    const judged = trips.find((one) => one.reasons.some((reason) => reason.code === 'TM-DWELL' && reason.trip && reason.evidence.length > 0));
    return judged && { container, reason: judged.reasons.find((reason) => reason.code === 'TM-DWELL'), sequence: judged.trip.sequence };
  });
  const page = await newPage(context, server);
  // From the case to the trip.
  await visit(page, server, `/case/${flagged.id}`);
  await onCase(page);
  await page.getByRole('link', { name: 'Trip page' }).first().click();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'Trips of' }).waitFor();
  await visit(page, server, `/trips/${flagged.container}?trip=${flagged.sequence}`);
  await page.getByRole('heading', { name: /What is odd/ }).waitFor();
  // The reason lights up its part once the keys come to it.
  await page.locator('aside [data-reason]').first().waitFor();
  const reasons = await page.locator('aside [data-reason]').count();
  await page.locator('h1').click();
  for (let tries = 0; tries <= reasons && !page.url().includes('reason=TM-DWELL'); tries += 1) await page.keyboard.press('j');
  const chosen = page.locator('aside .current');
  await chosen.getByText('TM-DWELL').first().waitFor();
  await chosen.getByText(flagged.reason.text).waitFor();
  assert.ok((await page.locator('.drawing rect.lit').count()) > 0, 'the time line shows the part');
  assert.ok((await page.locator('tr.lit').count()) > 0, 'the table of calls shows it');
  // The arrows read one report after the other.
  await page.getByRole('application', { name: /Time line/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('#trip-report').getByText(says('1 of')).waitFor();
  // And the message itself.
  await page.locator('#odd-body').getByRole('button', { name: 'Whole message' }).first().click();
  await page.getByRole('dialog').getByText(flagged.container).first().waitFor();
  assert.match(page.url(), /message=\d+-\d+-\d+/);
  await page.keyboard.press('Escape');
  clean(page);
});

test('a figure of a port area opens its rows, and a row its trip', async (t) => {
  const { server, context, api } = await scene(t);
  await api.prefer({ guide_done: true });
  const area = await api.ask('GET', '/areas/GBFXT');
  const week = area.weeks.find((one) => one.discharge > 0);
  const page = await newPage(context, server);
  await visit(page, server, '/search?q=felixstowe');
  await page.getByRole('link', { name: 'Felixstowe' }).click();
  await page.waitForURL(/\/areas\/GBFXT$/);
  await page.getByRole('heading', { name: 'Week by week' }).waitFor();
  const place = area.weeks.indexOf(week);
  await page.getByRole('table', { name: 'Week by week' }).getByRole('row').nth(place + 1).getByRole('button', { name: /discharged/ }).click();
  await page.waitForURL((url) => url.searchParams.get('role') === 'discharge' && url.searchParams.get('week') === String(week.week));
  const heading = page.getByRole('heading', { name: /The calls/ });
  await heading.filter({ hasText: String(week.discharge) }).waitFor();
  await page.getByRole('table', { name: 'The calls' }).getByRole('link').first().click();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'Trips of' }).waitFor();
  clean(page);
});

/** What `find` makes of the first container of these cases for which it makes anything, with the case's id. */
async function firstWith(items, find) {
  for (const { id, containers } of items) {
    for (const container of containers) {
      const found = await find(container);
      if (found) return { id, ...found };
    }
  }
  throw new Error('no such container among the cases');
}
