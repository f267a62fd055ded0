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
  // A sender whose messages are late, incomplete and in part refused.
  const sender = 'Line One';
  await api.call('POST', '/messages?name=late.csm.csv', {
    raw: `message_id,container,event,event_time,location,full_empty,vessel_imo,seal,source,received_time
s1,MSKU1234565,LOAD,2026-05-01T10:00:00Z,CNSHG,LADEN,9321483,S1,${sender},2026-05-01T12:00:00Z
s2,MSKU1234565,GTOT,2026-05-02T10:00:00Z,CNSHG,LADEN,,,${sender},2026-05-02T10:20:00Z
s3,MSKU1234565,DISC,2026-05-03T10:00:00Z,CNSHG,LADEN,,,${sender},2026-05-09T12:00:00Z
s4,MSKU1234565,DISC,some day,CNSHG,LADEN,,,${sender},2026-05-09T12:00:00Z
`,
    headers: { 'content-type': 'text/csv' },
  });
  // Last, since it makes a run of its own.
  const doubted = await doubt(queue.items[2].containers[0]);
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
    ['search-port', '/search?q=felixstowe'],
    ['search-mistyped', `/search?q=${looped.containers[0].slice(0, 5)}9${looped.containers[0].slice(6)}`],
    ['trip', `/trips/${looped.containers[0]}`],
    ['trip-doubted', `/trips/${doubted}`],
    ['trip-unknown', '/trips/ABCU0000000', [404]],
    ['area', '/areas/GBFXT'],
    ['area-rows', '/areas/GBFXT?role=discharge&week=0'],
    ['area-unknown', '/areas/QQQQQ', [404]],
    ['sender', `/senders/${encodeURIComponent(sender)}`],
    ['sender-unknown', '/senders/nobody', [404]],
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

/** Reports a container on the other side of the world while it is aboard: nobody believes that. */
async function doubt(container) {
  const { trips } = await api.ask('GET', `/containers/${container}/trips`);
  const call = trips.at(-1).trip.calls.find((one) => one.departed);
  const time = new Date(Date.parse(call.departed) + 3 * 3_600_000).toISOString();
  const place = call.area === 'NZAKL' ? 'CLVAP' : 'NZAKL';
  await api.call('POST', '/messages?name=doubted.csm.csv', {
    raw: `message_id,container,event,event_time,location,full_empty,source\nd1,${container},DISC,${time},${place},LADEN,LIAR\n`,
    headers: { 'content-type': 'text/csv' },
  });
  for (let tries = 0; tries < 120; tries += 1) {
    const after = await api.ask('GET', `/containers/${container}/trips`);
    if (after.trips.some((judged) => judged.sources.some((source) => source.doubted > 0))) return container;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error(`no report of ${container} is doubted`);
}

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
            unsaid: /\{\s*\$\w+\s*\}|\b(queue|evidence|map|overview|quarantine|accounts|settings|profile|audit|common|indicator|trip|area|sender|stay|route|unusual)-[a-z]+-[a-z-]+/.exec(document.body.innerText)?.[0] ?? null,
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
