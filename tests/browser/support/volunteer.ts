import type { Page } from 'playwright-core';
import type { TestApp } from '../../support/app.js';
import type { MailSink } from '../../support/mail-sink.js';

export async function signUpOn(
  page: Page,
  slug: string,
  person: { shift: string; name: string; email: string },
): Promise<void> {
  await page.goto(`/events/${slug}`);
  await page.getByRole('radio', { name: person.shift }).check();
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('Email').fill(person.email);
  await page.getByRole('button', { name: 'Sign up' }).click();
}

export async function personalLink(app: TestApp, sink: MailSink, email: string): Promise<string> {
  await app.runJob('deliver-due-mail');
  // Quoted-printable breaks long lines with an equals sign.
  const source =
    sink.received
      .findLast(({ to }) => to === email)
      ?.source.replace(/=\r\n/g, '')
      .replaceAll('=3D', '=') ?? '';
  const link = /\/s\/[A-Za-z0-9_-]+/.exec(source)?.[0];
  if (link === undefined) throw new Error(`No personal link was mailed to ${email}.`);
  return link;
}

/** Returns the path of the newest link below `linkPath`. */
export async function linkMailedTo(app: TestApp, sink: MailSink, email: string, linkPath: string): Promise<string> {
  await app.runJob('deliver-due-mail');
  const sources = sink.received
    .filter(({ to }) => to === email)
    .map(({ source }) => source.replace(/=\r\n/g, '').replaceAll('=3D', '='));
  const pattern = new RegExp(`${linkPath.replaceAll('/', '\\/')}[A-Za-z0-9_.-]+(?:\\?[A-Za-z0-9_.=&;-]+)?`);
  const link = sources.map((source) => pattern.exec(source)?.[0]).findLast((found) => found !== undefined);
  if (link === undefined) throw new Error(`No link below ${linkPath} was mailed to ${email}.`);
  return link;
}
