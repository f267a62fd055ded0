// Data that a careless or hostile sender makes: long names, names in another script, a script in the goods, thousands
// of messages. The page stays a page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, clean, open, page as newPage } from './support/browser.mjs';
import { Api } from './support/api.mjs';
import { ready, rows, visit } from './support/console.mjs';
import { containerNumber, entrySummary, manyReports } from './support/messages.mjs';
import { Server, copyOf, demoFolder } from './support/server.mjs';

const LONG = 'Vereinigte Hafenlagerhausgesellschaft und Überseespeditionskontor '.repeat(7).slice(0, 400).trim();
const ARABIC = 'شركة البحر المتوسط للتجارة العامة والاستيراد 42';
const SCRIPT = `<script>document.title='owned'</script><img src=x onerror="document.title='owned'"> {{7*7}} ${'x'.repeat(60)}`;
const CASES = [
  { key: 'long', container: containerNumber('TSTU100001'), consignee: LONG, consignor: LONG, goods: 'bags' },
  { key: 'arabic', container: containerNumber('TSTU100002'), consignee: ARABIC, consignor: `${ARABIC} Ltd (UAE)`, goods: 'حقائب يد' },
  { key: 'script', container: containerNumber('TSTU100003'), consignee: SCRIPT.slice(0, 60), consignor: 'Plain Ltd', goods: SCRIPT },
  { key: 'many', container: containerNumber('TSTU100004'), consignee: 'Plain Ltd', consignor: 'Plain Ltd', goods: 'bags' },
];

let server;
let api;
let context;
const ids = {};

before(async () => {
  server = await Server.start(await copyOf(await demoFolder()));
  api = new Api(server);
  await api.prefer({ guide_done: true });
  for (const one of CASES) {
    const body = entrySummary({ ...one, reference: `TST${one.key}`, document: `TSTDOC-${one.key}`.toUpperCase() });
    await api.ask('POST', `/messages?name=${one.key}.xml`, { raw: body, headers: { 'content-type': 'application/xml' } });
  }
  await api.ask('POST', '/messages?name=many.csm.csv', { raw: manyReports(CASES[3].container, 3_000), headers: { 'content-type': 'text/csv' } });
  // They are assessed by themselves, shortly after they arrive.
  for (let tries = 0; tries < 120 && Object.keys(ids).length < CASES.length; tries += 1) {
    await new Promise((done) => setTimeout(done, 500));
    for (const { key, container } of CASES) {
      const found = (await api.ask('GET', `/queue?filter=container%3A${container}`)).items[0];
      if (found) ids[key] = found.id;
    }
  }
  assert.deepEqual(Object.keys(ids).sort(), CASES.map((one) => one.key).sort(), 'all stand in the queue');
  context = await open();
});

after(async () => {
  await context?.close();
  await server?.stop();
});

async function inert(page) {
  assert.ok(!(await page.title()).includes('owned'), 'nothing of the message ran');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(overflow <= 0, `nothing runs out of the window (${overflow} px)`);
}

for (const { key, container } of CASES) {
  for (const language of ['en', 'ar']) {
    test(`${key}, ${language}`, async () => {
      await api.prefer({ language });
      const page = await newPage(context, server);
      for (const width of [1440, 360]) {
        await page.setViewportSize({ width, height: 900 });
        await visit(page, server, `/queue?filter=container%3A${container}`);
        await rows(page).first().waitFor();
        await inert(page);
        await accessible(page, `queue with ${key}, ${width}`);
        const begun = Date.now();
        await visit(page, server, `/case/${ids[key]}`);
        assert.ok(Date.now() - begun < 10_000, 'shown in time');
        await inert(page);
        await accessible(page, `case with ${key}, ${width}`);
      }
      await page.setViewportSize({ width: 1440, height: 900 });
      if (key === 'script') await page.getByText("document.title='owned'").first().waitFor();
      if (key === 'long') await page.getByText(LONG.slice(0, 60)).first().waitFor();
      clean(page);
      await page.close();
    });
  }
}

test('the policy forbids inline script and other hosts', async () => {
  const answer = await fetch(`${server.url}/queue`);
  const policy = answer.headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src 'self'/);
  assert.doesNotMatch(policy, /unsafe|\*|https?:/);
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  assert.doesNotMatch(await answer.text(), /<script>|<style|style="|onload=/);
});
