import type { Page } from 'playwright-core';
import type { TestApp } from '../../support/app.js';
import { header, type MailSink } from '../../support/mail-sink.js';

/** The sign-in code in the newest mail to an address. */
export async function mailedCode(app: TestApp, sink: MailSink, email: string): Promise<string> {
  await app.runJob('make-sign-in-mails');
  await app.runJob('deliver-due-mail');
  const subjects = sink.received.filter(({ to }) => to === email).map(({ source }) => header(source, 'Subject'));
  const code = subjects.map((subject) => /^\d{8}/.exec(subject)?.[0]).findLast((found) => found !== undefined);
  if (code === undefined) throw new Error(`No code was mailed to ${email}.`);
  return code;
}

/** Signs in on the pages for businesses, as a person does. */
export async function signInOnSite(page: Page, app: TestApp, sink: MailSink, email: string): Promise<void> {
  await page.goto('/business/sign-in');
  await page.getByLabel('E-mail at work').fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByLabel('Code', { exact: true }).fill(await mailedCode(app, sink, email));
  await page.getByRole('button', { name: 'Sign in' }).click();
}
