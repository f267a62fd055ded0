// What tests do on every screen.

/** Waits until a screen shows what it has: a heading, and nothing still loading. */
export async function ready(page) {
  await page.locator('h1').first().waitFor({ state: 'attached', timeout: 15_000 });
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null, undefined, { timeout: 15_000 });
  await page.waitForFunction(() => document.fonts.status === 'loaded');
}

/** Opens a path of the console and waits for its screen. */
export async function visit(page, server, path) {
  await page.goto(server.url + path);
  await ready(page);
}

/** The rows of the queue that are on screen. */
export const rows = (page) => page.locator('.queue-grid [data-id]');

/** Signs in by the form, as a person does. */
export async function signIn(page, server, login, password, path = '/queue') {
  await page.goto(server.url + path);
  await page.getByLabel('User name').fill(login);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await ready(page);
}

/** Presses keys one after the other, as fast as a practised hand. */
export async function type(page, ...keys) {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(120);
  }
}

/** Finds a sentence whose variables are held apart by marks that nobody sees (bidirectional isolates). */
export function says(sentence) {
  const marks = '[\\u2066-\\u2069]*';
  const signs = [...sentence].map((sign) => (sign === ' ' ? '\\s' : sign.replace(/[.*+?^${}()|[\]\\]/, '\\$&')));
  return new RegExp(signs.join(marks));
}

/** Waits until a case stands there with its finding's form. */
export async function onCase(page) {
  await page.waitForURL(/\/case\//);
  await page.getByRole('button', { name: 'Record', exact: true }).waitFor();
  await ready(page);
}
