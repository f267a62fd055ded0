// A real server on a real world: each test file gets a data folder of its own, copied from one that is made once a run.
import { execFile, execFileSync, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
/** The binary under test, with the console in it. */
export const binary = process.env.TIDEWAITER_BIN ?? join(root, 'target/debug/tidewaiter');
const START_SECONDS_MAX = 60;

/** Where folders of this run go; the run that made it removes it (see `setup.mjs`). */
export const scratch = process.env.TIDEWAITER_TEST_SCRATCH ?? (await mkdtemp(join(tmpdir(), 'tidewaiter-console-')));

/** The demo world, ingested and assessed, made once for all files of a run. */
export async function demoFolder() {
  const folder = join(scratch, 'demo');
  const done = join(scratch, 'demo.done');
  try {
    await stat(done);
  } catch {
    await rm(folder, { recursive: true, force: true });
    await mkdir(scratch, { recursive: true });
    await run(binary, ['demo', '--data', folder], { maxBuffer: 1 << 24 });
    await writeFile(done, '');
  }
  return folder;
}

/** A copy of a data folder that a test may change. */
export async function copyOf(folder) {
  const copy = await mkdtemp(join(scratch, 'data-'));
  // The world's messages are read already; only what the server keeps is wanted.
  for (const name of await readdir(folder)) {
    if (name !== 'world') await cp(join(folder, name), join(copy, name), { recursive: true });
  }
  return copy;
}

/** Runs the binary to its end; gives what it printed. */
export async function tidewaiter(words, input) {
  const child = run(binary, words, { maxBuffer: 1 << 26 });
  if (input !== undefined) child.child.stdin.end(input);
  return (await child).stdout;
}

/** Adds an account by the command line, as an administrator does first. */
export function addAccount(data, login, name, role, password) {
  execFileSync(binary, ['account', 'add', login, '--name', name, '--role', role, '--data', data], {
    input: `${password}\n`,
  });
}

/** A running server. */
export class Server {
  constructor(child, url, data, words) {
    Object.assign(this, { child, url, data, words });
    this.log = '';
  }

  /** Starts one; `port` 0 lets the system choose. */
  static async start(data, { port = 0, words = [] } = {}) {
    const child = spawn(binary, ['serve', '--listen', `127.0.0.1:${port}`, '--data', data, ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const server = new Server(child, '', data, words);
    server.url = await new Promise((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`no address after ${START_SECONDS_MAX} s: ${server.log}`)), START_SECONDS_MAX * 1000);
      const read = (chunk) => {
        server.log += chunk;
        const found = /https?:\/\/(127\.0\.0\.1|localhost):\d+/.exec(server.log);
        if (found) {
          clearTimeout(timer);
          done(found[0]);
        }
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.on('exit', (code) => fail(new Error(`the server ended with ${code}: ${server.log}`)));
    });
    child.removeAllListeners('exit');
    return server;
  }

  get port() {
    return Number(new URL(this.url).port);
  }

  /** Stops it as an operator does, or as a power cut does. */
  async stop(signal = 'SIGTERM') {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((done) => this.child.once('exit', done));
    this.child.kill(signal);
    await ended;
  }

  /** The same folder on the same port again. */
  async restart() {
    return Server.start(this.data, { port: this.port, words: this.words });
  }
}
