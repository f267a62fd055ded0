// What somebody reads while the answer is on its way: every screen says that it loads, and axe finds nothing there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Api } from './support/api.mjs';
import { accessible, clean, open, page as newPage } from './support/browser.mjs';
import { Server, copyOf, demoFolder } from './support/server.mjs';

/** What a screen cannot even begin without: who is there, and in which language. */
const AT_ONCE = /\/api\/v1\/(session|sign-in-options|queue\/events)$/;
const MANNERS = [
  { language: 'en', theme: 'light', width: 1440, height: 900 },
  { language: 'ar', theme: 'dark', width: 390, height: 844 },
];

let server;
let api;
let screens;

before(async () => {
  server = await Server.start(await copyOf(await demoFolder()));
  api = new Api(server);
  await api.prefer({ guide_done: true });
  const [row] = (await api.ask('GET', '/queue?limit=1')).items;
  screens = ['/queue', `/case/${row.id}`, `/search?q=${row.containers[0]}`, '/map', '/overview', '/quarantine', '/quarantine/1',
    '/accounts', '/settings', '/settings?tab=assessment', '/settings?tab=evaluation', '/profile', '/audit'];
});

after(async () => {
  await server?.stop();
});

for (const { language, theme, width, height } of MANNERS) {
  test(`every screen while it loads: ${language}, ${theme}, ${width}`, async (t) => {
    await api.prefer({ language, theme });
    const context = await open({ width, height, dark: theme === 'dark' });
    try {
      for (const path of screens) {
        await t.test(path, async () => {
          const page = await newPage(context, server);
          const held = [];
          await page.route('**/api/v1/**', (route) => {
            if (AT_ONCE.test(new URL(route.request().url()).pathname)) return route.continue();
            held.push(route);
            return undefined;
          });
          await page.goto(server.url + path);
          await page.locator('main').first().waitFor();
          if (path !== '/profile') {
            while (held.length === 0) await page.waitForTimeout(20);
            await page.locator('[role="status"]').first().waitFor({ state: 'attached' });
          }
          // Longer than the pause after which the outline of what comes is shown.
          await page.waitForTimeout(400);
          assert.equal(await page.locator('h1').count(), 1, 'one h1');
          await accessible(page, `${path} while it loads`);
          for (const route of held) await route.abort().catch(() => undefined);
          page.faults = page.faults.filter((fault) => !/ERR_FAILED/.test(fault));
          clean(page);
          await page.close();
        });
      }
    } finally {
      await context.close();
    }
  });
}
