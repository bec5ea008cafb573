import type { Page } from 'playwright-core';
import type { TestApp } from '../../support/app.js';
import { codeOfApp, password } from '../../support/visitors.js';

/** Signs in by the form, with the second step; the authenticator app has to be set up. */
export async function signInByForm(app: TestApp, page: Page, person: { email: string; secret: string }): Promise<void> {
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const code = page.getByLabel('Six-digit code');
  await code.waitFor();
  await code.fill(await codeOfApp(app, person.secret));
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Puts the cookie of somebody whom the tests signed in into the browser. */
export async function carrySession(page: Page, url: string, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await page.context().addCookies([{ name, value, url }]);
}

/** A day so many days from now, as a date field takes it. */
export function dayFromNow(count: number): string {
  return new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
}

/** Waits until a screen is there: its heading, and nothing that is still loading. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[role="status"] .mantine-Skeleton-root') === null);
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

/** Waits for what is sliding or fading to stand still: colours in between are nobody's colours. */
export async function stillness(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState === 'finished'));
}
