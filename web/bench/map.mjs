#!/usr/bin/env node
// Measures redraws of the map in Chromium without a GPU: `node bench/map.mjs [points]`.
// Prints one line a kind of redraw; exits 1 when one takes longer than the limit.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpus } from 'node:os';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

const REDRAW_MS_MAX = 300;
const points = Number(process.argv[2] ?? 100_000);
const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const server = await createServer({ root, logLevel: 'error', server: { port: 0, host: '127.0.0.1', hmr: false } });
await server.listen();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
let slow = false;
try {
  console.log(`${points.toLocaleString('en')} consignments, Chromium ${browser.version()} without a GPU, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}`);
  for (const pixelRatio of [1, 2]) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: pixelRatio });
    await page.goto(`${server.resolvedUrls.local[0]}bench/map.html`);
    await page.waitForFunction(() => typeof window.runMapBench === 'function');
    const wanted = { points, width: 1280, height: 640, pixelRatio, repeats: 20 };
    for (const { name, best_ms, median_ms, worst_ms } of await page.evaluate((asked) => window.runMapBench(asked), wanted)) {
      const once = name.includes('once');
      if (!once && median_ms > REDRAW_MS_MAX) slow = true;
      console.log(`1280 × 640 at ${pixelRatio}x  ${name.padEnd(46)} best ${best_ms.toFixed(0).padStart(4)} ms  median ${median_ms.toFixed(0).padStart(4)} ms  worst ${worst_ms.toFixed(0).padStart(4)} ms`);
    }
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
if (slow) console.error(`a redraw took more than ${REDRAW_MS_MAX} ms`);
process.exit(slow ? 1 : 0);
