// Signing in elsewhere: a real provider of OpenID Connect, our sign-in screen, and what comes of it.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { before, test } from 'node:test';
import Provider from 'oidc-provider';
import { PASSWORD, Api } from './support/api.mjs';
import { open, page as newPage } from './support/browser.mjs';
import { ready, visit } from './support/console.mjs';
import { Server, addAccount, copyOf, demoFolder } from './support/server.mjs';

const CLIENT = 'tidewaiter';
const SECRET = 'a secret of the client & its provider';
const PEOPLE = {
  omar: { name: 'Omar Example', groups: ['staff', 'customs-officers'] },
  sofia: { name: 'Sofia Example', groups: ['customs-officers', 'customs-heads'] },
  vera: { name: 'Vera Visitor', groups: ['visitors'] },
  anna: { name: 'Anna Example', groups: ['customs-officers'] },
};

let demo;

before(async () => {
  demo = await demoFolder();
});

/** A provider on this machine under another name than our server, so that the way back comes from another site. */
async function provider() {
  const asked = { tamper: null };
  let answer = (request, response) => response.writeHead(503).end();
  const listener = createServer((request, response) => {
    if (asked.tamper && request.url.startsWith('/auth?')) request.url = asked.tamper(request.url);
    return answer(request, response);
  });
  await new Promise((done) => listener.listen(0, '127.0.0.1', done));
  const issuer = `http://localhost:${listener.address().port}`;
  const people = structuredClone(PEOPLE);
  /** The provider must know our address, and our server its: it begins to answer once both are known. */
  function begin(server) {
    const oidc = new Provider(issuer, {
      clients: [{ client_id: CLIENT, client_secret: SECRET, redirect_uris: [`${server.url}/api/v1/session/openid-connect/callback`] }],
      claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups'], email: ['email'] },
      features: { devInteractions: { enabled: true } },
      pkce: { required: () => true },
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: `subject-of-${id}`, preferred_username: id, ...people[id] }) }),
    });
    answer = oidc.callback();
  }
  const end = () => new Promise((done) => {
    listener.close(done);
    listener.closeAllConnections();
  });
  return { issuer, asked, people, begin, end };
}

/** Our server with that provider in its settings, and a browser. */
async function scene(t, { accounts = [] } = {}) {
  const data = await copyOf(demo);
  for (const [login, role] of accounts) addAccount(data, login, `${login} of this house`, role, PASSWORD);
  const there = await provider();
  await writeFile(join(data, 'provider.secret'), `${SECRET}\n`);
  await writeFile(join(data, 'tidewaiter.toml'), `[openid_connect]
issuer = "${there.issuer}"
client_id = "${CLIENT}"
client_secret_file = "provider.secret"
label = "Customs house"
role_claim = "groups"
[openid_connect.roles]
customs-officers = "officer"
customs-heads = "supervisor"
`);
  const server = await Server.start(data);
  there.begin(server);
  const contexts = [];
  t.after(async () => {
    for (const context of contexts) await context.close();
    await server.stop();
    await there.end();
  });
  /** A browser that knows nobody. */
  async function browser() {
    const context = await open();
    contexts.push(context);
    const page = await newPage(context, server);
    // The provider's pages ask for a typeface from elsewhere.
    await page.route((url) => !['localhost', '127.0.0.1'].includes(url.hostname), (route) => route.abort());
    return page;
  }
  return { server, there, browser, api: new Api(server) };
}

/** Over our button to the provider, and through its pages. */
async function through(page, server, login, path = '/queue') {
  await page.goto(server.url + path);
  await page.getByRole('link', { name: 'Customs house' }).click();
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill('anything');
  await page.locator('button[type="submit"]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL((url) => url.origin === server.url);
  await ready(page);
}

const session = (page) => page.evaluate(async () => {
  const answer = await fetch('/api/v1/session');
  return { status: answer.status, value: await answer.json() };
});

async function refused(page, problem, words) {
  const url = new URL(page.url());
  assert.deepEqual([url.pathname, url.searchParams.get('problem')], ['/sign-in', problem]);
  assert.match(url.searchParams.get('request'), /^[0-9a-f]{16}$/);
  await page.getByRole('alert').getByText(words).waitFor();
  await page.getByText(url.searchParams.get('request')).waitFor();
  assert.equal((await session(page)).status, 401);
}

test('an officer and a supervisor come in by the provider, and the audit names them', async (t) => {
  const { server, there, browser, api } = await scene(t);
  const options = await api.ask('GET', '/sign-in-options');
  assert.equal(options.mode, 'accounts', 'no local mode, although nobody has an account');
  assert.deepEqual(options.openid_connect, { label: 'Customs house', url: '/api/v1/session/openid-connect' });
  assert.equal((await api.call('GET', '/session')).status, 401);
  const page = await browser();
  await through(page, server, 'omar', '/map?filter=reason%3ART-TS');
  assert.equal(page.url(), `${server.url}/map?filter=reason%3ART-TS`, 'back to where it began');
  const omar = (await session(page)).value;
  assert.deepEqual([omar.person, omar.role, omar.mode], [{ login: 'omar', name: 'Omar Example' }, 'officer', 'accounts']);
  const cookies = await page.context().cookies(server.url);
  assert.equal(cookies.find((cookie) => cookie.name === 'tidewaiter_session').sameSite, 'Strict');
  assert.equal(cookies.some((cookie) => cookie.name === 'tidewaiter_openid_connect'), false, 'gone after use');
  const other = await browser();
  await through(other, server, 'sofia');
  assert.equal((await session(other)).value.role, 'supervisor', 'of several roles the strongest');
  const trail = await other.evaluate(async () => (await (await fetch('/api/v1/audit?limit=200')).json()).items);
  for (const [actor, action] of [['omar', 'account.create'], ['omar', 'session.start'], ['sofia', 'account.create']]) {
    assert.ok(trail.some((record) => JSON.stringify(record).includes(`"${actor}"`) && record.action === action), `${actor} ${action} in ${trail.map((record) => record.action)}`);
  }
  // Signing out ends our session, and a role follows the claim at the next sign-in.
  await page.evaluate(() => fetch('/api/v1/session', { method: 'DELETE' }));
  assert.equal((await session(page)).status, 401);
  there.people.omar.groups = ['customs-heads'];
  await page.goto(`${server.url}/sign-in`);
  await page.getByRole('link', { name: 'Customs house' }).click();
  await page.waitForURL((url) => url.origin === server.url && url.pathname === '/queue');
  assert.equal((await session(page)).value.role, 'supervisor');
  assert.equal((await page.evaluate(async () => (await (await fetch('/api/v1/audit/verification')).json()).ok)), true);
});

test('who has no role here, or the name of somebody with a password, is told so', async (t) => {
  const { server, browser } = await scene(t, { accounts: [['anna', 'administrator']] });
  const page = await browser();
  await through(page, server, 'vera');
  await refused(page, 'no_role', 'gives you no role here');
  const other = await browser();
  await through(other, server, 'anna');
  await refused(other, 'login_taken', 'belongs to another account');
  await visit(other, server, '/sign-in');
  await other.getByLabel('User name').fill('anna');
  await other.getByLabel('Password').fill(PASSWORD);
  await other.keyboard.press('Enter');
  await other.waitForURL((url) => url.pathname === '/queue');
  assert.equal((await session(other)).value.role, 'administrator', 'the password still works');
});

test('a state or nonce that is not ours, and a way back that nobody began, are refused', async (t) => {
  const { server, there, browser } = await scene(t);
  for (const name of ['state', 'nonce']) {
    there.asked.tamper = (url) => {
      const [path, query] = url.split('?');
      const parameters = new URLSearchParams(query);
      parameters.set(name, 'of-somebody-else-0123456789');
      return `${path}?${parameters}`;
    };
    const page = await browser();
    await through(page, server, 'omar');
    await refused(page, 'unverified', 'could not be verified');
  }
  there.asked.tamper = null;
  const page = await browser();
  await page.goto(`${server.url}/api/v1/session/openid-connect/callback?code=stolen&state=stolen&session_state=x`);
  await ready(page);
  await refused(page, 'expired', 'Begin again');
  await page.goto(`${server.url}/api/v1/session/openid-connect?return_to=//evil.example`);
  await page.locator('input[name="login"]').fill('omar');
  await page.locator('input[name="password"]').fill('anything');
  await page.locator('button[type="submit"]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`${server.url}/queue`);
});
