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
