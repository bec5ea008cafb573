import { SignedIds } from '@upstander/platform';
import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aMail } from '../support/mails.js';
import { aNumber, aSmsConsent, useFakeSms, type FakeSmsProvider } from '../support/sms.js';
import { addSession } from './support/admin.js';
import {
  axeFindings,
  describeInBrowser,
  launchBrowser,
  newVisit,
  sidewaysScroll,
  siteAppearances,
} from './support/index.js';

describeInBrowser('choosing texts', () => {
  let app: TestApp;
  let browser: Browser;
  let phone: FakeSmsProvider;

  beforeAll(async () => {
    app = await startApp({ safelisted: true, config: { ORGANIZATION_NAME: 'Women’s Rights Group' } });
    phone = useFakeSms(app);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const look = async (page: Page, name: string) => {
    const shots = process.env['LOOK'];
    if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  };
  const codeTo = async (number: string) => {
    await app.runJob('deliver-due-sms');
    return /(\d{6})/.exec(phone.to(number).at(-1) ?? '')?.[1] ?? '';
  };

  test('a volunteer turns texts on with a code, and off again, without JavaScript', async () => {
    const { cookie, email } = await app.signedIn({ name: 'Ana Reyes' });
    const number = aNumber();
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'phone', javaScript: false });
    await addSession(page, app.url, cookie);
    await page.goto('/account/notifications');
    await page.getByLabel('Mobile number').fill('12');
    await page.getByLabel('I agree').check();
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByRole('alert').getByText('Enter a mobile number in the United States').waitFor();
    await look(page, 'error');
    await page.getByLabel('Mobile number').fill(number.slice(2));
    await page.getByLabel('Texts and email').check();
    await page.getByLabel('I agree').check();
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByText('texting you a code').waitFor();
    await look(page, 'code');
    await page.getByLabel('Code').fill('000000');
    await page.getByRole('button', { name: 'Start texts' }).click();
    await page.getByRole('alert').getByText('This code is wrong').waitFor();
    await page.getByLabel('Code').fill(await codeTo(number));
    await page.getByRole('button', { name: 'Start texts' }).click();
    await page.getByText('from now on').waitFor();
    await look(page, 'on');
    const [consent] = await app.db.query<{ number: string; channel: string }>(
      'SELECT number, channel FROM notifications.sms_consent WHERE recipient = $1 AND revoked_at IS NULL',
      [email],
    );
    expect(consent).toEqual({ number, channel: 'both' });
    await page.getByLabel('Email only').check();
    await page.getByRole('button', { name: 'Save' }).last().click();
    await page.getByRole('button', { name: 'Send me a code' }).waitFor();
    await context.close();
  });

  test('the link in an email turns texts off, and shows no number', async () => {
    const { email } = await app.signedIn();
    const { number } = await aSmsConsent(app.db, { recipient: email });
    const token = app.nest.get(SignedIds).sign('notifications', (await aMail(app.db, { recipient: email })).id);
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'phone', javaScript: false });
    await page.goto(`/notifications/${token}`);
    expect(await page.content()).not.toContain(number.slice(-4));
    await look(page, 'link');
    await page.getByRole('button', { name: 'Turn off texts' }).click();
    await page.getByText('Sign in to get texts').waitFor();
    await context.close();
  });

  test.each(siteAppearances)('the page has no accessibility violations: $locale, $width', async (appearance) => {
    const { cookie, email } = await app.signedIn();
    const { page, context, foreignRequests } = await newVisit(browser, { baseUrl: app.url, ...appearance });
    await addSession(page, app.url, cookie);
    for (const state of ['off', 'on']) {
      if (state === 'on') await aSmsConsent(app.db, { recipient: email });
      await page.goto('/account/notifications');
      await look(page, `${appearance.locale}-${appearance.width}-${state}`);
      expect(await axeFindings(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
    }
    expect(foreignRequests).toEqual([]);
    await context.close();
  });
});
