// The API as a test's other pair of hands: what a colleague, a carrier or the clock does meanwhile.
const PASSWORD = 'tide waiter at the quay 1';
export { PASSWORD };

/** A person at the API. Without a cookie it is the local person of a server without accounts. */
export class Api {
  constructor(server, cookie = '') {
    Object.assign(this, { server, cookie });
  }

  async call(method, path, { body, headers = {}, raw } = {}) {
    const keyed = method === 'POST' && path !== '/session' ? { 'idempotency-key': crypto.randomUUID() } : {};
    const answer = await fetch(`${this.server.url}/api/v1${path}`, {
      method,
      headers: {
        origin: this.server.url,
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...keyed,
        ...headers,
      },
      body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
    const text = await answer.text();
    const value = text && answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
    return { status: answer.status, value, etag: answer.headers.get('etag'), headers: answer.headers };
  }

  /** The value of a call that must succeed. */
  async ask(method, path, options) {
    const answer = await this.call(method, path, options);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.value)}`);
    return answer.value;
  }

  /** Signs in and gives a person with that session. */
  async signedIn(login, password = PASSWORD) {
    const answer = await this.call('POST', '/session', { body: { login, password } });
    if (answer.status !== 200) throw new Error(`sign-in of ${login}: ${answer.status} ${JSON.stringify(answer.value)}`);
    return new Api(this.server, answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; '));
  }

  /** Changes some of the person's preferences. */
  async prefer(change) {
    const session = await this.ask('GET', '/session');
    await this.ask('PUT', '/session/preferences', { body: { ...session.preferences, ...change } });
  }
}
