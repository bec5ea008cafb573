import type { Page } from 'playwright-core';
import { adminCatalogOf } from '@upstander/web-kit/admin-catalog';
import type { TestApp } from '../../support/app.js';
import { eventually } from '../../support/eventually.js';
import { authenticatorCode, password } from '../../support/visitors.js';

/** The authenticator app must be set up. */
export async function signInByForm(app: TestApp, page: Page, person: { email: string; secret: string }): Promise<void> {
  await page.getByLabel('Email address').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const code = page.getByLabel('Six-digit code');
  await code.waitFor();
  await code.fill(await authenticatorCode(app, person.secret));
  await page.getByRole('button', { name: 'Continue' }).click();
  // The session exists only after leaving the sign-in page, which has its own heading.
  await page.waitForURL(({ pathname }) => pathname !== '/admin/sign-in', { waitUntil: 'commit' });
}

/** Pages on which another user has signed in since the app was loaded, without the app knowing. */
const pagesWithNewSession = new WeakSet<Page>();

export async function addSession(page: Page, url: string, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await page.context().addCookies([{ name, value, url }]);
  pagesWithNewSession.add(page);
}

export function dayFromNow(count: number): string {
  return new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
}

export async function waitUntilLoaded(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[role="status"] .mantine-Skeleton-root') === null);
  // Key handlers and focus are set once the page is idle. With nothing to draw, Chromium may never run an idle callback
  // (seen after the window changed its size), so it has a deadline.
  await page.evaluate(() => new Promise<void>((idle) => requestIdleCallback(() => idle(), { timeout: 1_000 })));
}

const unknownPath = '/admin/nowhere/at/all';

const notFoundTitles = (['en', 'es'] as const).map((locale) => adminCatalogOf(locale).admin.common.notThereTitle);

/**
 * The first screen of a page, and the first after `addSession`, is a full page load. Later ones use the app's router, at
 * a fifth of the processor time. Routing passes through a missing screen first, so that the target is always rendered
 * from scratch. Throws if the path has no screen, or if it has one although `isThere` is false.
 */
export async function openScreen(page: Page, path: string, { isThere = true } = {}): Promise<void> {
  const isInApp = /^\/admin\/(?!sign-in)/.test(new URL(page.url()).pathname);
  const isNavigated =
    isInApp && !pagesWithNewSession.has(page) && (await page.evaluate(navigateByRouter, { unknownPath, path }));
  if (!isNavigated) await page.goto(path);
  pagesWithNewSession.delete(page);
  await waitUntilLoaded(page);
  const heading = await page.locator('h1').first().innerText();
  if (notFoundTitles.includes(heading) === isThere) throw new Error(`At ${path} stands “${heading}”.`);
}

/** Returns false if a dialog is still open, which would cover the next screen. */
async function navigateByRouter({ unknownPath, path }: { unknownPath: string; path: string }): Promise<boolean> {
  const pushPath = (to: string) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  };
  // The link on the missing screen leads to a list that doesn't exist either.
  const isMissingScreen = () => document.querySelector('#content a[href="/admin/nowhere"]') !== null;
  const waitUntil = (isReached: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${path} does not come.`)), 30_000);
      const checkPage = () => {
        if (!isReached()) return;
        clearTimeout(timer);
        observer.disconnect();
        resolve();
      };
      const observer = new MutationObserver(checkPage);
      observer.observe(document, { subtree: true, childList: true, attributeFilter: ['href'] });
      checkPage();
    });
  await waitUntil(() => document.querySelector('h1') !== null);
  pushPath(unknownPath);
  await waitUntil(isMissingScreen);
  if (document.querySelector('[role="dialog"]')) return false;
  pushPath(path);
  await waitUntil(() => !isMissingScreen());
  return true;
}

export async function fillEvent(page: Page, title: string): Promise<void> {
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Date').fill(dayFromNow(9));
  await page.getByLabel('Starts').fill('09:00');
  await page.getByLabel('Ends').fill('12:30');
  await page.getByLabel('Address').fill('Union Station');
  await page.getByLabel('What they do').fill('Packing');
  await page.getByLabel('People needed').fill('4');
}

export async function endSessions(app: TestApp, email: string): Promise<void> {
  await app.db.query(
    'DELETE FROM identity.session WHERE account_id = (SELECT id FROM identity.account WHERE email = $1)',
    [email],
  );
}

/**
 * Waits until the check-in screen can open offline with all features. The QR reader loads last and is stored afterward.
 * It's requested by this page, so copies stored by another page don't count.
 */
export async function waitForOfflineCache(page: Page): Promise<void> {
  await eventually(() =>
    page.evaluate(async () => {
      const reader = performance.getEntriesByType('resource').find(({ name }) => /zxing_reader.*\.wasm$/.test(name));
      return reader !== undefined && (await (await caches.open('check-in')).match(reader.name)) !== undefined;
    }),
  );
}

/** Waits until animations have ended and no list is waiting for rows. */
export async function waitForAnimations(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.getAnimations().every(({ playState }) => playState === 'finished') &&
      document.querySelector('[data-stale]') === null,
  );
}

const offlinePin = '471193';

export async function setOfflinePin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Set an offline PIN' }).click();
  await page.getByLabel(/^PIN\s*\*?$/).fill(offlinePin);
  await page.getByLabel('PIN again').fill(offlinePin);
  await page.getByRole('button', { name: 'Set PIN' }).click();
  await page.getByText('This list also opens without a network').waitFor();
}

export async function enterOfflinePin(page: Page, pin = offlinePin): Promise<void> {
  await page.getByLabel(/^PIN\s*\*?$/).fill(pin);
  await page.getByRole('button', { name: 'Open the list' }).click();
}
