// Fifty officers at work while messages arrive: real sessions, real server, latency as a browser would see it.
//
//   node bench/officers.mjs [--officers 50] [--rate 1000] [--seconds 60] [--data FOLDER]
//
// Each officer signs in, holds the queue's event stream open, and works: looks at the queue, filters, sorts, takes the
// next case, reads its evidence, searches a number, records a finding; with a pause of one to three seconds between,
// faster than people. A sender posts canonical status messages with an API key, in requests of a hundred.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const { values: asked } = parseArgs({
  options: {
    officers: { type: 'string', default: '50' }, rate: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '60' }, data: { type: 'string' }, containers: { type: 'string', default: '3000' },
  },
});
const OFFICERS = Number(asked.officers);
const RATE = Number(asked.rate);
const SECONDS = Number(asked.seconds);
const PER_REQUEST = 100;
const P99_MS_MAX = 200;
const PASSWORD = 'a long enough passphrase 1';
const binary = process.env.TIDEWAITER_BIN ?? 'target/release/tidewaiter';

const scratch = mkdtempSync(join(tmpdir(), 'tidewaiter-officers-'));
const data = asked.data ?? join(scratch, 'data');
let server;
process.on('exit', () => {
  server?.kill('SIGKILL');
  rmSync(scratch, { recursive: true, force: true });
});

if (!asked.data) execFileSync(binary, ['demo', '--data', data], { stdio: 'ignore' });
execFileSync(binary, ['account', 'add', 'head', '--name', 'Head of office', '--role', 'administrator', '--data', data], { input: `${PASSWORD}\n` });
server = spawn(binary, ['serve', '--listen', '127.0.0.1:0', '--data', data], { stdio: ['ignore', 'pipe', 'pipe'] });
const base = await new Promise((done, fail) => {
  let log = '';
  const read = (chunk) => {
    log += chunk;
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(log);
    if (found) done(found[0]);
  };
  server.stdout.on('data', read);
  server.stderr.on('data', read);
  server.on('exit', (code) => fail(new Error(`the server ended with ${code}: ${log}`)));
});

const times = new Map();
const failures = new Map();
let rejected = 0;

/** One call with its time in milliseconds, from the request's start to the answer's last byte. */
async function call(name, method, path, { cookie, body, headers = {}, fine = [] } = {}) {
  const begun = performance.now();
  const answer = await fetch(`${base}/api/v1${path}`, {
    method,
    headers: {
      ...(cookie ? { cookie } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      origin: base,
      ...headers,
    },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  if (name) times.set(name, [...(times.get(name) ?? []), performance.now() - begun]);
  if (!answer.ok && !fine.includes(answer.status)) {
    const key = `${name ?? path} ${answer.status}`;
    failures.set(key, (failures.get(key) ?? 0) + 1);
    if (failures.get(key) === 1) console.error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`);
  }
  return { answer, value: text && answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : null };
}

async function signIn(login) {
  const { answer } = await call(null, 'POST', '/session', { body: { login, password: PASSWORD } });
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
}

const key = () => ({ 'idempotency-key': crypto.randomUUID() });
const head = await signIn('head');
const officers = [];
for (let number = 1; number <= OFFICERS; number += 1) {
  const login = `officer${number}`;
  await call(null, 'POST', '/accounts', { cookie: head, body: { login, name: `Officer ${number}`, role: 'officer', password: PASSWORD }, headers: key() });
  officers.push(await signIn(login));
}
const { value: sender } = await call(null, 'POST', '/api-keys', {
  cookie: head, body: { name: 'bench', sender: 'BENCH', scopes: ['messages:write'], expires: null }, headers: key(),
});
await call(null, 'GET', '/queue', { cookie: officers[0] });

const until = performance.now() + SECONDS * 1000;
const working = () => performance.now() < until;
const filters = ['', 'reason:OR-ORIG', 'state:free lane:red', 'origin:CN score>0.05', 'overdue:yes', 'via:SG'];
const sorts = ['risk', 'urgency', 'value', '-risk', 'arrival'];
const any = (list) => list[Math.floor(Math.random() * list.length)];

/** Holds an event stream open as a console does. */
async function listen(cookie, stop) {
  try {
    const answer = await fetch(`${base}/api/v1/queue/events`, { headers: { cookie }, signal: stop });
    for await (const chunk of answer.body) void chunk;
  } catch {
    // Ended by the bench.
  }
}

async function officer(cookie) {
  const stop = new AbortController();
  void listen(cookie, stop.signal);
  await pause(Math.random() * 2000);
  while (working()) {
    const rest = () => pause(1000 + Math.random() * 2000);
    const query = new URLSearchParams({ filter: any(filters), sort: any(sorts), limit: '200' });
    const { value: queue } = await call('queue', 'GET', `/queue?${query}`, { cookie });
    await rest();
    const container = queue?.items?.[0]?.containers?.[0];
    if (container) await call('search', 'GET', `/search?q=${container.slice(0, 8)}`, { cookie });
    await rest();
    const { value: taken, answer } = await call('take next', 'POST', '/queue/take-next', { cookie, body: {}, headers: key(), fine: [404] });
    if (!answer.ok) continue;
    const { answer: evidence } = await call('evidence', 'GET', `/consignments/${taken.id}/evidence`, { cookie });
    await rest();
    await call('finding', 'POST', `/consignments/${taken.id}/outcomes`, {
      cookie, body: { found: null, value: null, note: null }, headers: { ...key(), 'if-match': evidence.headers.get('etag') ?? taken.version },
    });
    await rest();
  }
  stop.abort();
}

const CARRIERS = ['MAEU', 'MSCU', 'CMDU', 'HLCU'];
const PLACES = ['CNSHG', 'SGSIN', 'NLRTM', 'GBFXT', 'DEHAM'];
let sent = 0;
function batch() {
  const rows = ['message_id,container,event,event_time,location,full_empty,vessel_imo,carrier,source,created_time'];
  const now = '2026-05-31T12:00:00Z';
  for (let row = 0; row < PER_REQUEST; row += 1) {
    sent += 1;
    const serial = String(100000 + (sent % 800000)).padStart(6, '0');
    const ten = `TBNU${serial}`;
    const value = (c) => (c >= 'A' ? 10 + (c.charCodeAt(0) - 65) + Math.ceil((c.charCodeAt(0) - 65) / 10) : Number(c));
    const check = ([...ten].reduce((sum, c, place) => sum + value(c) * 2 ** place, 0) % 11) % 10;
    rows.push(`B-${sent},${ten}${check},${any(['GTIN', 'LOAD', 'DISC', 'GTOT'])},${now},${any(PLACES)},LADEN,9321483,${any(CARRIERS)},BENCH,${now}`);
  }
  return `${rows.join('\n')}\n`;
}

const answered = { read: 0, accepted: 0, duplicate: 0, quarantined: 0 };
async function sending() {
  const every = (PER_REQUEST / RATE) * 1000;
  const open = new Set();
  for (let next = performance.now(); working(); next += every) {
    await pause(Math.max(0, next - performance.now()));
    const one = call('100 messages', 'POST', '/messages?name=bench.csm.csv', {
      body: batch(), headers: { authorization: `Bearer ${sender.secret}`, 'content-type': 'text/csv', ...key() },
    }).then(({ answer, value }) => {
      if (!answer.ok) rejected += PER_REQUEST;
      for (const name of Object.keys(answered)) answered[name] += value?.[name] ?? 0;
    });
    open.add(one);
    void one.finally(() => open.delete(one));
  }
  await Promise.all(open);
}

await Promise.all([...officers.map(officer), sending()]);

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const line = (name, list) => {
  const sorted = [...list].sort((a, b) => a - b);
  const cells = [0.5, 0.95, 0.99, 1].map((share) => quantile(sorted, share).toFixed(1).padStart(8));
  console.log(`${name.padEnd(16)}${String(sorted.length).padStart(7)}${cells.join('')}`);
  return quantile(sorted, 0.99);
};
console.log(`${OFFICERS} officers, ${RATE} messages a second for ${SECONDS} s; milliseconds\n`);
console.log(`${'call'.padEnd(16)}${'calls'.padStart(7)}${['p50', 'p95', 'p99', 'max'].map((head) => head.padStart(8)).join('')}`);
for (const [name, list] of times) if (name !== '100 messages') line(name, list);
const p99 = line('officers in all', [...times].filter(([name]) => name !== '100 messages').flatMap(([, list]) => list));
line('100 messages', times.get('100 messages') ?? []);
console.log(`\nmessages sent ${sent}, answered ${answered.read} = ${answered.accepted} accepted + ${answered.duplicate} duplicate + ${answered.quarantined} quarantined, refused ${rejected}`);
console.log(`sustained ${(answered.read / SECONDS).toFixed(0)} a second; p99 of the officers' calls ${p99.toFixed(0)} ms (asked: under ${P99_MS_MAX})`);
for (const [what, count] of failures) console.log(`failed: ${what} × ${count}`);
server.kill('SIGTERM');
process.exitCode = failures.size || p99 >= P99_MS_MAX || answered.read !== sent ? 1 : 0;
