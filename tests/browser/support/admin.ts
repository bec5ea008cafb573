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
