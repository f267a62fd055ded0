// Every screen, in every manner of reading it: axe finds nothing, nothing runs out of the window, nothing leaves the
// house, no error on the console. The pictures go to `web/screenshots`.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { accessible, clean, open, page as newPage } from './support/browser.mjs';
import { Api } from './support/api.mjs';
import { Server, copyOf, demoFolder } from './support/server.mjs';
import { ready } from './support/console.mjs';

const pictures = join(dirname(fileURLToPath(import.meta.url)), '../screenshots');
const MANNERS = [
  { name: 'light-en-wide', language: 'en', theme: 'light', width: 1440, height: 900 },
  { name: 'dark-en-wide', language: 'en', theme: 'dark', width: 1440, height: 900 },
  { name: 'light-ar-wide', language: 'ar', theme: 'light', width: 1440, height: 900 },
  { name: 'dark-ar-narrow', language: 'ar', theme: 'dark', width: 390, height: 844 },
  { name: 'light-fr-narrow', language: 'fr', theme: 'light', width: 320, height: 640 },
  { name: 'light-es-zoom', language: 'es', theme: 'light', width: 720, height: 450 },
];

let server;
let api;
let screens;

before(async () => {
  await mkdir(pictures, { recursive: true });
  const data = await copyOf(await demoFolder());
  server = await Server.start(data);
  api = new Api(server);
  await api.prefer({ guide_done: true });
  // Something to look at on every screen: a refused message, a finding, a saved filter.
  await api.call('POST', '/messages?name=bad.csm.csv', {
    raw: 'message_id,container,event,event_time,location\nq1,MSKU1234565,GTIN,soon,CNSHG\nq2,MSKU1234565,WHAT,2026-05-01T10:00:00Z,CNSHG\n',
    headers: { 'content-type': 'text/csv' },
  });
  const queue = await api.ask('GET', '/queue?sort=risk&limit=20');
  assert.ok(queue.items.length > 10, 'the demo has a queue');
  const looped = queue.items[1];
  const random = (await api.ask('GET', '/queue?filter=arm:random&limit=1')).items[0];
  await api.ask('POST', '/filters', { body: { name: 'Needless transhipments', filter: 'reason:RT-TS', sort: 'risk', shared: true } });
  await api.ask('POST', `/consignments/${queue.items[5].id}/outcomes`, {
    body: { found: 'undervaluation', value: '12000', note: 'invoice of another shipment' }, headers: { 'if-match': queue.items[5].version },
  });
  const refused = (await api.ask('GET', '/quarantine')).items[0];
  screens = [
    ['queue', '/queue'],
    ['queue-filtered', '/queue?filter=reason%3ART-TS'],
    ['queue-empty', '/queue?filter=container%3ANOSUCHBOX'],
    ['queue-wrong-filter', '/queue?filter=orgin%3ACN', [400]],
    ['case', `/case/${looped.id}`],
    ['case-random', `/case/${random.id}`],
    ['case-decided', `/case/${queue.items[5].id}`],
    ['case-unknown', '/case/CNOSUCHCASE00', [404]],
    ['search', `/search?q=${looped.containers[0]}`],
    ['search-mistyped', `/search?q=${looped.containers[0].slice(0, 5)}9${looped.containers[0].slice(6)}`],
    ['map', '/map'],
    ['overview', '/overview'],
    ['quarantine', '/quarantine'],
    ['quarantine-message', `/quarantine/${refused.id}`],
    ['accounts', '/accounts'],
    ['settings', '/settings'],
    ['profile', '/profile'],
    ['audit', '/audit'],
    ['not-found', '/no/such/place'],
  ];
});

after(async () => {
  await server?.stop();
});

for (const manner of MANNERS) {
  test(`every screen: ${manner.name}`, async (t) => {
    await api.prefer({ language: manner.language, theme: manner.theme });
    const context = await open({ width: manner.width, height: manner.height, dark: manner.theme === 'dark' });
    try {
      for (const [name, path, expected] of screens) {
        await t.test(name, async () => {
          const page = await newPage(context, server, { expected: expected ?? [] });
          await page.goto(server.url + path);
          await ready(page);
          await page.screenshot({ path: join(pictures, `${name}.${manner.name}.png`) });
          const root = await page.evaluate(() => ({
            language: document.documentElement.lang, direction: document.documentElement.dir, theme: document.documentElement.dataset.theme,
            overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth, headings: document.querySelectorAll('h1').length,
            unsaid: /\{\s*\$\w+\s*\}|\b(queue|evidence|map|overview|quarantine|accounts|settings|profile|audit|common|indicator)-[a-z]+-[a-z-]+/.exec(document.body.innerText)?.[0] ?? null,
          }));
          assert.equal(root.language, manner.language);
          assert.equal(root.direction, manner.language === 'ar' ? 'rtl' : 'ltr');
          assert.equal(root.theme, manner.theme);
          assert.equal(root.headings, 1, 'one h1');
          assert.equal(root.unsaid, null, 'every word and every variable is there');
          assert.ok(root.overflow <= 0, `nothing runs out of the window (${root.overflow} px)`);
          await accessible(page, `${name}, ${manner.name}`);
          clean(page);
          await page.close();
        });
      }
    } finally {
      await context.close();
    }
  });
}
