// Debian's Chromium, run as an unprivileged user, and what every page is held to: no other host, no error on the console.
import assert from 'node:assert/strict';
import { chown, mkdtemp, mkdir, writeFile, chmod } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { scratch } from './server.mjs';

const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
];
const executable = process.env.TIDEWAITER_TEST_CHROMIUM ?? '/usr/bin/chromium';
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A program that starts Chromium as `nobody` when the tests run as root: a browser has no business with root's rights. */
async function unprivileged() {
  if (process.getuid?.() !== 0) return executable;
  const wrapper = join(scratch, 'chromium-as-nobody');
  await writeFile(wrapper, `#!/bin/sh\nexport HOME="${scratch}/home"\nexec setpriv --reuid=nobody --regid=nogroup --clear-groups "${executable}" "$@"\n`);
  await chmod(wrapper, 0o755);
  return wrapper;
}

async function ownedByNobody(folder) {
  if (process.getuid?.() !== 0) return;
  const uid = Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' }));
  const gid = Number(execFileSync('getent', ['group', 'nogroup'], { encoding: 'utf8' }).split(':')[2]);
  await chown(folder, uid, gid);
}

/**
 * One browser with an empty profile.
 * @param {{width?: number, height?: number, dark?: boolean, locale?: string, reducedMotion?: boolean}} how
 */
export async function open(how = {}) {
  await chmod(scratch, 0o755);
  const home = join(scratch, 'home');
  await mkdir(home, { recursive: true });
  await ownedByNobody(home);
  const profile = await mkdtemp(join(scratch, 'profile-'));
  await ownedByNobody(profile);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await unprivileged(),
    args: FLAGS,
    headless: true,
    chromiumSandbox: false,
    viewport: { width: how.width ?? 1440, height: how.height ?? 900 },
    colorScheme: how.dark ? 'dark' : 'light',
    locale: how.locale ?? 'en-GB',
    reducedMotion: how.reducedMotion === false ? 'no-preference' : 'reduce',
    acceptDownloads: true,
  });
  return context;
}

/**
 * A page that remembers what it must not do. Answers of the API that a test provokes (`expected` statuses) are named
 * on the console by Chromium itself and are no errors of ours.
 */
export async function page(context, server, { expected = [] } = {}) {
  context.setDefaultTimeout(10_000);
  const page = context.pages()[0]?.url() === 'about:blank' ? context.pages()[0] : await context.newPage();
  page.faults = [];
  page.expected = new Set(expected);
  const home = () => new URL(server.url).host;
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['blob:', 'data:', 'about:'].includes(url.protocol) && url.host !== home()) page.faults.push(`request to ${url}`);
  });
  page.on('pageerror', (error) => page.faults.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const status = /status of (\d+)/.exec(message.text())?.[1];
    if (status && page.expected.has(Number(status))) return;
    if (page.expected.has('offline') && /ERR_|Failed to load/.test(message.text())) return;
    page.faults.push(`console: ${message.text()}`);
  });
  return page;
}

/** Fails when the page did what no page of ours does. */
export function clean(page) {
  assert.deepEqual(page.faults, [], 'no request to another host, no error on the console');
}

/** Runs axe over what is shown now; fails with what it found. */
export async function accessible(page, what) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const report = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return report.violations.map((violation) => ({ rule: violation.id, help: violation.help, nodes: violation.nodes.slice(0, 5).map((node) => `${node.target.join(' ')}: ${node.failureSummary?.split('\n').slice(1, 2).join('').trim()}`) }));
  });
  assert.deepEqual(found, [], `axe on ${what}`);
}
