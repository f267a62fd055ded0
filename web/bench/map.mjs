#!/usr/bin/env node
// Measures redraws of the map in Chromium without a GPU: `node bench/map.mjs [points]`.
// Prints one line a kind of redraw: processor time of the page's thread on average, and time by the clock.
// Exits 1 when one takes more processor time than the limit.
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
    await page.waitForFunction(() => typeof window.mapBench === 'object');
    const devtools = await page.context().newCDPSession(page);
    // Thread time leaves out what other programs on the machine take.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const processor_ms = async () => {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return 1000 * (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0);
    };
    const wanted = { points, width: 1280, height: 640, pixelRatio, repeats: 20 };
    for (const name of await page.evaluate((asked) => window.mapBench.prepare(asked), wanted)) {
      const before_ms = await processor_ms();
      const { best_ms, median_ms } = await page.evaluate((redraw) => window.mapBench.run(redraw), name);
      // One more redraw than is measured: the first, which warms up.
      const each_ms = ((await processor_ms()) - before_ms) / (wanted.repeats + 1);
      if (each_ms > REDRAW_MS_MAX) slow = true;
      const column = (value) => `${value.toFixed(0).padStart(4)} ms`;
      console.log(`1280 × 640 at ${pixelRatio}x  ${name.padEnd(44)} processor ${column(each_ms)}  by the clock: best ${column(best_ms)}, median ${column(median_ms)}`);
    }
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
if (slow) console.error(`a redraw took more than ${REDRAW_MS_MAX} ms`);
process.exit(slow ? 1 : 0);
