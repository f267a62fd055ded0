// Many senders at once, against the real server over loopback: how soon each has its answer, and whether anything is lost
// or counted twice, first in peace and then with the server killed in the middle.
//
// usage: node bench/senders.mjs BINARY [--senders 200] [--seconds 120] [--rows 10] [--pause-ms 0] [--kills 3]
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const number = (fallback) => ({ type: 'string', default: String(fallback) });
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { senders: number(200), seconds: number(120), rows: number(10), 'pause-ms': number(0), kills: number(3) },
});
const binary = positionals[0] ?? 'target/release/tidewaiter';
const [SENDERS, SECONDS, ROWS, PAUSE_MS, KILLS] = ['senders', 'seconds', 'rows', 'pause-ms', 'kills'].map((name) => Number(values[name]));
const ASKED_P99_MS = 250;
/** Memory is flat when its last third is at most so much above its second. */
const ASKED_GROWTH = 1.1;
/** A sender that gets no answer asks again, this long at most. */
const RETRY_MS_MAX = 60_000;
const HEADER = 'message_id,container,event,event_time,location,full_empty,source\n';

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

class Server {
  /** Starts it on the port given, 0 for a free one, and waits until it says where it is. */
  static async start(data, port = 0) {
    const server = new Server();
    server.child = spawn(binary, ['serve', '--listen', `127.0.0.1:${port}`, '--data', data], { stdio: ['ignore', 'ignore', 'pipe'] });
    server.port = await new Promise((found, failed) => {
      let text = '';
      server.child.on('exit', (code) => failed(new Error(`the server ended with ${code}: ${text}`)));
      server.child.stderr.on('data', (chunk) => {
        text = (text + chunk).slice(-4_000);
        const at = / at http:\/\/127\.0\.0\.1:(\d+)/.exec(text);
        if (at) found(Number(at[1]));
      });
    });
    server.child.removeAllListeners('exit');
    return server;
  }

  end(signal) {
    const ended = new Promise((done) => this.child.once('exit', done));
    this.child.kill(signal);
    return ended;
  }

  megabytes() {
    const line = readFileSync(`/proc/${this.child.pid}/status`, 'utf8').split('\n').find((one) => one.startsWith('VmRSS'));
    return Number(line.split(/\s+/)[1]) / 1024;
  }

  cpuSeconds() {
    const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }
}

/** One file of one sender: its rows are told from all others by their ids. */
function file(run, sender, turn) {
  let text = HEADER;
  for (let row = 0; row < ROWS; row += 1) {
    const id = `${run}-${sender}-${turn}-${row}`;
    const minute = String((turn * ROWS + row) % 60).padStart(2, '0');
    const box = `MSKU${String(((sender * 7 + turn) % 900) + 1_000_000)}`;
    text += `${id},${box},GTIN,2026-03-01T04:${minute}:00Z,CNSHG,LADEN,sender-${sender}\n`;
  }
  return text;
}

/** Sends once. Rejects when there is no answer. */
function post(agent, port, secret, key, body) {
  return new Promise((done, failed) => {
    const headers = { authorization: `Bearer ${secret}`, 'content-length': Buffer.byteLength(body), 'idempotency-key': key };
    const request = http.request({ agent, host: '127.0.0.1', port, method: 'POST', path: '/api/v1/messages?name=load.csv', headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => done({ status: response.statusCode, body: Buffer.concat(chunks).toString() }));
      response.on('error', failed);
    });
    request.on('error', failed);
    request.end(body);
  });
}

/** One sender: sends, waits for the answer, sends the next; without an answer the same again under the same key. */
async function sender(run, at, until, world, tally) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  for (let turn = 0; Date.now() < until; turn += 1) {
    const body = file(run, at, turn);
    const begun = performance.now();
    let delay = 20;
    for (;;) {
      let answer;
      try {
        answer = await post(agent, world.port, world.secrets[at], `${run}-${at}-${turn}`, body);
      } catch {
        answer = { status: 0 };
      }
      if (answer.status === 200) {
        const receipt = JSON.parse(answer.body);
        tally.files += 1;
        for (const count of ['read', 'accepted', 'duplicate', 'quarantined']) tally[count] += receipt[count];
        break;
      }
      if (answer.status !== 0 && answer.status !== 503) throw new Error(`answered ${answer.status}: ${answer.body}`);
      tally.retries += 1;
      if (performance.now() - begun > RETRY_MS_MAX) throw new Error(`no answer within ${RETRY_MS_MAX} ms`);
      await sleep(delay);
      delay = Math.min(delay * 2, 1_000);
    }
    tally.waits.push(performance.now() - begun);
    if (PAUSE_MS > 0) await sleep(PAUSE_MS * (0.5 + Math.random()));
  }
  agent.destroy();
}

/** A data folder with a key for each sender. */
async function prepare() {
  const data = mkdtempSync(join(tmpdir(), 'senders-'));
  const server = await Server.start(data);
  const secrets = [];
  for (let at = 0; at < SENDERS; at += 1) {
    const body = JSON.stringify({ name: 'load', sender: `sender-${at}`, scopes: ['messages:write'], expires: null });
    const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1/api-keys`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    secrets.push((await answer.json()).secret);
  }
  return { data, server, secrets, port: server.port };
}

/** What the store holds, asked of the store and not of the answers. */
function stored(data) {
  const doctor = JSON.parse(execFileSync(binary, ['doctor', '--data', data, '--json'], { encoding: 'utf8' }));
  const checks = Array.isArray(doctor) ? doctor : doctor.checks;
  return Number(/(\d+) status messages/.exec(checks.find((check) => check.name === 'history').detail)[1]);
}

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;

let failed = 0;
function state(name, asked, measured, holds) {
  if (!holds) failed += 1;
  console.log(`  ${name.padEnd(44)} asked ${asked.padEnd(16)} measured ${measured.padEnd(28)} ${holds ? 'holds' : 'DOES NOT HOLD'}`);
}

async function measure(title, kills) {
  const world = await prepare();
  const tally = { files: 0, read: 0, accepted: 0, duplicate: 0, quarantined: 0, retries: 0, waits: [] };
  const [run, begun] = [kills ? 'k' : 'c', Date.now()];
  const until = begun + SECONDS * 1_000;
  const memory = [];
  const watching = setInterval(() => memory.push(world.server.megabytes()), 1_000);
  const senders = Array.from({ length: SENDERS }, (_, at) => sender(run, at, until, world, tally));
  const killing = (async () => {
    for (let kill = 1; kill <= kills; kill += 1) {
      await sleep((SECONDS * 1_000) / (kills + 1));
      clearInterval(watching);
      await world.server.end('SIGKILL');
      world.server = await Server.start(world.data, world.port);
    }
  })();
  await Promise.all([...senders, killing]);
  const seconds = (Date.now() - begun) / 1_000;
  clearInterval(watching);
  const cpu = world.server.cpuSeconds();
  await world.server.end('SIGTERM');
  const kept = stored(world.data);
  const sent = tally.files * ROWS;
  const waits = tally.waits.sort((a, b) => a - b);
  const [median, p99, most] = [percentile(waits, 0.5), percentile(waits, 0.99), waits.at(-1)].map((ms) => ms.toFixed(0));
  console.log(`${title}: ${SENDERS} senders, ${seconds.toFixed(0)} s, ${tally.files} files of ${ROWS} messages, ${(tally.files / seconds).toFixed(0)} files/s`);
  console.log(`  answers: median ${median} ms, p99 ${p99} ms, longest ${most} ms; ${tally.retries} sent again`);
  if (!kills) {
    console.log(`  the server used ${((cpu / seconds) * 100).toFixed(0)} % of a core`);
    state('99 % of the answers within', `${ASKED_P99_MS} ms`, `${p99} ms`, Number(p99) < ASKED_P99_MS);
    const third = Math.floor(memory.length / 3);
    const [before, after] = [mean(memory.slice(third, 2 * third)), mean(memory.slice(2 * third))];
    state('memory in the last third beside the second', `x ${ASKED_GROWTH}`, `${before.toFixed(0)} to ${after.toFixed(0)} MB`, after <= before * ASKED_GROWTH);
    state('accepted, by the answers', `${sent}`, `${tally.accepted}`, tally.accepted === sent);
  }
  state('messages in the store', `${sent}`, `${kept}`, kept === sent);
  state('read = accepted + duplicate + quarantined', `${tally.read}`, `${tally.accepted + tally.duplicate + tally.quarantined}`, tally.read === sent && tally.read === tally.accepted + tally.duplicate + tally.quarantined);
  rmSync(world.data, { recursive: true });
}

await measure('in peace', 0);
await measure(`killed ${KILLS} times in the middle`, KILLS);
process.exit(failed > 0 ? 1 : 0);
