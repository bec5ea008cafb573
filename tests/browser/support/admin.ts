import type { Page } from 'playwright-core';
import { adminCatalogueOf } from '@upstander/web-kit/admin-catalogue';
import type { TestApp } from '../../support/app.js';
import { eventually } from '../../support/eventually.js';
import { codeOfApp, password } from '../../support/visitors.js';

/** Signs in by the form, with the second step; the authenticator app has to be set up. */
export async function signInByForm(app: TestApp, page: Page, person: { email: string; secret: string }): Promise<void> {
  await page.getByLabel('Email address').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const code = page.getByLabel('Six-digit code');
  await code.waitFor();
  await code.fill(await codeOfApp(app, person.secret));
  await page.getByRole('button', { name: 'Continue' }).click();
  // Only then is there a session: the page to sign in has a heading of its own.
  await page.waitForURL(({ pathname }) => pathname !== '/admin/sign-in', { waitUntil: 'commit' });
}

/** Where somebody else has signed in since the app was loaded, which the app cannot know. */
const changedHands = new WeakSet<Page>();

/** Puts the cookie of somebody whom the tests signed in into the browser. */
export async function carrySession(page: Page, url: string, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await page.context().addCookies([{ name, value, url }]);
  changedHands.add(page);
}

/** A day so many days from now, as a date field takes it. */
export function dayFromNow(count: number): string {
  return new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
}

/** Waits until a screen is there: its heading, and nothing that is still loading. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[role="status"] .mantine-Skeleton-root') === null);
  // Key handlers and focus are set once the page is idle. With nothing to draw, Chromium may never run an idle callback on its
  // own (seen after the window changed its size), so it has a deadline.
  await page.evaluate(() => new Promise<void>((idle) => requestIdleCallback(() => idle(), { timeout: 1_000 })));
}

/** An address that is no screen's. */
const nowhere = '/admin/nowhere/at/all';

/** The heading of an address that is no screen's, in both languages. */
const notThere = (['en', 'es'] as const).map((locale) => adminCatalogueOf(locale).admin.common.notThereTitle);

/**
 * Opens a screen and waits until all of it is there. The first of a page is loaded by the browser, and so is whatever comes
 * after `carrySession`; to any other the app goes by its own router, as by a link, for a fifth of the processor time.
 *
 * On the way it shows that an address is nobody's and takes that away again: what stands there afterwards is drawn anew, also
 * where the same screen stood before. Throws where the address leads to no screen, or to one although `isThere` is false.
 */
export async function openScreen(page: Page, path: string, { isThere = true } = {}): Promise<void> {
  const isInApp = /^\/admin\/(?!sign-in)/.test(new URL(page.url()).pathname);
  const wentByRouter = isInApp && !changedHands.has(page) && (await page.evaluate(goByRouter, { nowhere, path }));
  if (!wentByRouter) await page.goto(path);
  changedHands.delete(page);
  await settled(page);
  const heading = await page.locator('h1').first().innerText();
  if (notThere.includes(heading) === isThere) throw new Error(`At ${path} stands “${heading}”.`);
}

/**
 * Runs in the page: goes to an address that is nobody's, waits until that is said, goes on and waits until it is not. False where a
 * dialog is still open there: it is not the screen's, and would lie over the next one.
 */
async function goByRouter({ nowhere, path }: { nowhere: string; path: string }): Promise<boolean> {
  const go = (to: string) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  };
  // The way out of nowhere leads to the list it would be in, which is none.
  const lost = () => document.querySelector('#content a[href="/admin/nowhere"]') !== null;
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const patience = setTimeout(() => reject(new Error(`${path} does not come.`)), 30_000);
      const look = () => {
        if (!isSo()) return;
        clearTimeout(patience);
        watcher.disconnect();
        resolve();
      };
      const watcher = new MutationObserver(look);
      watcher.observe(document, { subtree: true, childList: true, attributeFilter: ['href'] });
      look();
    });
  await until(() => document.querySelector('h1') !== null);
  go(nowhere);
  await until(lost);
  if (document.querySelector('[role="dialog"]')) return false;
  go(path);
  await until(() => !lost());
  return true;
}

/** Fills in a whole event that lies ahead. */
export async function fillEvent(page: Page, title: string): Promise<void> {
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Date').fill(dayFromNow(9));
  await page.getByLabel('Starts').fill('09:00');
  await page.getByLabel('Ends').fill('12:30');
  await page.getByLabel('Address').fill('Union Station');
  await page.getByLabel('What they do').fill('Packing');
  await page.getByLabel('People needed').fill('4');
}

/** Ends every session of an account behind its back. */
export async function endSessions(app: TestApp, email: string): Promise<void> {
  await app.db.query(
    'DELETE FROM identity.session WHERE account_id = (SELECT id FROM identity.account WHERE email = $1)',
    [email],
  );
}

/**
 * Waits until the screen at the door opens without a network with all it can do. What reads codes is loaded last, and kept
 * after that; it is asked for by this page, so that what another one kept before counts for nothing.
 */
export async function keptForNoNetwork(page: Page): Promise<void> {
  await eventually(() =>
    page.evaluate(async () => {
      const reader = performance.getEntriesByType('resource').find(({ name }) => /zxing_reader.*\.wasm$/.test(name));
      return reader !== undefined && (await (await caches.open('check-in')).match(reader.name)) !== undefined;
    }),
  );
}

/** Waits until nothing moves, and no list is pale because its next rows are on their way. */
export async function stillness(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.getAnimations().every(({ playState }) => playState === 'finished') &&
      document.querySelector('[data-stale]') === null,
  );
}

const offlinePin = '471193';

/** Sets the PIN with which the check-in list on this page opens without a network. */
export async function setOfflinePin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Set an offline PIN' }).click();
  await page.getByLabel(/^PIN\s*\*?$/).fill(offlinePin);
  await page.getByLabel('PIN again').fill(offlinePin);
  await page.getByRole('button', { name: 'Set PIN' }).click();
  await page.getByText('This list also opens without a network').waitFor();
}

/** Opens a check-in list that was loaded without a network. */
export async function enterOfflinePin(page: Page, pin = offlinePin): Promise<void> {
  await page.getByLabel(/^PIN\s*\*?$/).fill(pin);
  await page.getByRole('button', { name: 'Open the list' }).click();
}
