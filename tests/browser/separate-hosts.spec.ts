import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { appAtOrigin } from '../support/host-names.js';
import { startMailSink, type MailSink } from '../support/mail-sink.js';
import { minutes } from '../support/movable-clock.js';
import { anOrganizerWithApp, authenticatorCode } from '../support/visitors.js';
import { signInByForm } from './support/admin.js';
import {
  axeFindings,
  describeInBrowser,
  launchBrowser,
  newVisit,
  openFrontDoor,
  signInOnSite,
  type FrontDoor,
} from './support/index.js';

describeInBrowser('an admin on its own host', () => {
  let door: FrontDoor;
  let sink: MailSink;
  let app: TestApp;
  let browser: Browser;
  let admin: string;
  beforeAll(async () => {
    door = await openFrontDoor();
    sink = await startMailSink();
    admin = door.url.replace('127.0.0.1', 'localhost');
    app = await startApp({
      config: { PUBLIC_URL: door.url, ADMIN_URL: admin, SMTP_URL: sink.url, TRUST_PROXY: 'true' },
    });
    door.forwardTo(app.url);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
    await sink.close();
    await door.close();
  });

  test('signs staff in on its host, and leaves them signed out on the site', async () => {
    const { email, secret } = await anOrganizerWithApp(appAtOrigin(app, admin));
    app.clock.advance(minutes(1));
    const { page, context } = await newVisit(browser, { baseUrl: door.url, obeysPolicy: true });
    await page.goto('/admin/events');
    expect(page.url()).toBe(`${admin}/admin/sign-in?to=%2Fevents`);
    await signInByForm(app, page, { email, secret });
    await page.waitForURL(`${admin}/admin/events`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goto(`${door.url}/account`);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await context.close();
  });

  test.each([
    ['en', 'Enter the code from your app', 'Six-digit code', 'Sign in', 'Enter the six digits from your app'],
    [
      'es',
      'Escribe el código de tu aplicación',
      'Código de seis dígitos',
      'Iniciar sesión',
      'Escribe los seis dígitos de tu aplicación',
    ],
  ])('asks staff for the code of their app on the site too, in %s', async (lang, title, label, button, missing) => {
    const { email, secret } = await anOrganizerWithApp(appAtOrigin(app, admin));
    app.clock.advance(minutes(1));
    const visit = { baseUrl: door.url, width: 'phone', javaScript: false, obeysPolicy: true } as const;
    const { page, context } = await newVisit(browser, visit);
    await page.goto('/sign-in');
    await signInOnSite(page, app, sink, email);
    expect(page.url()).toBe(`${door.url}/sign-in/app`);
    await page.goto(`/sign-in/app?lang=${lang}`);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('alert').getByText(missing).waitFor();
    await page.getByLabel(label).fill(await authenticatorCode(app, secret));
    await page.getByRole('button', { name: button }).click();
    await page.waitForURL((url) => url.pathname === '/account');
    expect(new URL(page.url()).origin).toBe(door.url);
    await context.close();
  });

  test('redirects the app-code page to sign-in without a password or emailed code', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: door.url, width: 'phone' });
    await page.goto('/sign-in/app');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Six-digit code').fill('123456');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await context.close();
  });
});
