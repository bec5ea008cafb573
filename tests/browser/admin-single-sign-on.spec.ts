import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { TestProvider } from '../support/identity-provider.js';
import { authenticatorCode, withPassword } from '../support/visitors.js';
import { openScreen } from './support/admin.js';
import {
  axeFindings,
  describeInBrowser,
  launchBrowser,
  newVisit,
  openFrontDoor,
  resizeTo,
  sidewaysScroll,
  type FrontDoor,
  type Visit,
} from './support/index.js';

const shots = process.env['SHOTS'];

describeInBrowser('single sign-on in the admin', () => {
  let door: FrontDoor;
  let app: TestApp;
  let provider: TestProvider;
  let browser: Browser;
  let visit: Visit;
  let page: Page;

  beforeAll(async () => {
    door = await openFrontDoor();
    provider = await TestProvider.start({ redirectUris: [`${door.url}/sso/callback`] });
    app = await startApp({ config: { PUBLIC_URL: door.url, TRUST_PROXY: 'true', ...provider.settings } });
    door.forwardTo(app.url);
    browser = await launchBrowser();
    visit = await newVisit(browser, { baseUrl: door.url, obeysPolicy: !shots });
    page = visit.page;
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
    await provider.close();
    await door.close();
  });

  const shoot = async (name: string) => {
    if (!shots) return;
    for (const width of ['desktop', 'phone'] as const) {
      await resizeTo(page, width);
      await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
    }
    await resizeTo(page, 'desktop');
  };
  const signOn = () => page.getByRole('link', { name: 'Sign in with Contoso', exact: true });

  test('explains a failure on the sign-in page, keeps the screen, and then signs in', async () => {
    const { email } = await withPassword(app, { role: 'organizer' });
    await page.goto('/admin/sign-in?to=/account');
    await signOn().waitFor();
    await shoot('sign-in');
    provider.answer = { error: 'access_denied' };
    await signOn().click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toBe('You weren’t signed in there. Please try again.');
    expect(await axeFindings(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await shoot('denied');

    provider.answer = { claims: { email, email_verified: true } };
    await signOn().click();
    await page.getByRole('heading', { name: 'Set up two-step sign-in' }).waitFor();
    const secret = (await page.locator('.key').textContent())!.replaceAll(' ', '');
    await page.getByLabel('Six-digit code').fill(await authenticatorCode(app, secret));
    await page.getByRole('button', { name: 'Finish and sign in' }).click();
    await page.waitForURL(({ pathname }) => pathname === '/admin/account', { waitUntil: 'commit' });
  });

  test('shows and removes the link under My account', async () => {
    await openScreen(page, '/admin/account');
    const part = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Single sign-on' }) });
    await part.getByText('You can sign in with Contoso.').waitFor();
    await shoot('account');
    await part.getByRole('button', { name: 'Remove', exact: true }).click();
    const dialog = page.getByRole('dialog');
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    await part.getByText('Not used yet.').waitFor();
  });
});
