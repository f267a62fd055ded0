// Runs the console's tests on one demo world, made once, and leaves nothing behind but the pictures.
//   node tests/run.mjs [FILE…]      TIDEWAITER_BIN names the binary, by default target/debug/tidewaiter
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const scratch = await mkdtemp(join(tmpdir(), 'tidewaiter-console-'));
process.env.TIDEWAITER_TEST_SCRATCH = scratch;
let code = 1;
try {
  const { demoFolder } = await import('./support/server.mjs');
  await demoFolder();
  const asked = process.argv.slice(2);
  const files = asked.length > 0 ? asked : (await readdir(here)).filter((name) => name.endsWith('.test.mjs')).sort().map((name) => join(here, name));
  // One at a time: each file has a server and a browser of its own, and there may be two cores.
  const words = ['--test', '--test-concurrency=1', '--test-reporter=tap', ...files];
  const child = spawn(process.execPath, words, { stdio: 'inherit' });
  code = await new Promise((done) => child.once('exit', (status) => done(status ?? 1)));
} finally {
  await rm(scratch, { recursive: true, force: true });
}
process.exit(code);
