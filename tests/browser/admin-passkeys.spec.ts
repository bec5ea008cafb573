import type { Browser, CDPSession, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { minutes } from '../support/movable-clock.js';
import { anOrganizerWithApp, password } from '../support/visitors.js';
import { appAtOrigin } from '../support/host-names.js';
import { openScreen, signInByForm } from './support/admin.js';
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

/** A device with a fingerprint sensor, as in https://www.w3.org/TR/webauthn-3/#sctn-automation. */
async function addDevice(page: Page): Promise<{ session: CDPSession; id: string }> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { session, id: authenticatorId };
}

describeInBrowser('passkeys in the admin', () => {
  let door: FrontDoor;
  let app: TestApp;
  let browser: Browser;
  let visit: Visit;
  let page: Page;
  let owner: Awaited<ReturnType<typeof anOrganizerWithApp>>;

  beforeAll(async () => {
    door = await openFrontDoor();
    // Passkeys need a host name.
    const url = door.url.replace('127.0.0.1', 'localhost');
    app = await startApp({ config: { PUBLIC_URL: url, TRUST_PROXY: 'true' } });
    door.forwardTo(app.url);
    browser = await launchBrowser();
    visit = await newVisit(browser, { baseUrl: url, obeysPolicy: !shots });
    page = visit.page;
    owner = await anOrganizerWithApp(appAtOrigin(app, url));
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
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
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const signOut = () => page.context().clearCookies();
  const atWork = () => page.waitForURL(({ pathname }) => pathname !== '/admin/sign-in', { waitUntil: 'commit' });

  test('the owner adds a passkey, uses it as the second step, and with recovery codes instead of the password', async () => {
    await addDevice(page);
    await page.goto('/admin/sign-in?to=/account');
    await signInByForm(app, page, owner);
    await openScreen(page, '/admin/account');
    await shoot('account-none');
    await button('Add a passkey').click();
    await page.getByLabel('Name').fill('Laptop');
    await shoot('account-add');
    await button('Continue').click();
    await page.getByText('Your passkey is ready to use.').waitFor();
    await page.getByText('For now, your passkey only replaces the code').waitFor();
    await shoot('account-one');
    if (!shots) expect(await sidewaysScroll(page)).toBe(0);

    await signOut();
    await page.goto('/admin/sign-in');
    await button('Use a passkey').click();
    await page.getByText('Your passkey can’t sign you in on its own yet.').waitFor();
    await shoot('sign-in-needs-backup');
    await page.getByLabel('Email address').fill(owner.email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await button('Sign in').click();
    await page.getByLabel('Six-digit code').waitFor();
    await shoot('second-step');
    await button('Use a passkey').click();
    await atWork();

    await openScreen(page, '/admin/account');
    await button('Create recovery codes').click();
    await button('I’ve saved them').click();
    await signOut();
    await page.goto('/admin/sign-in?to=/account');
    await button('Use a passkey').click();
    await atWork();
    await page
      .getByText(/Last used/)
      .first()
      .waitFor();
  });

  test('a passkey confirms who is at the computer, and removing it takes that confirmation', async () => {
    await openScreen(page, '/admin/account');
    app.clock.advance(minutes(60));
    await page.getByRole('button', { name: 'Remove: Laptop' }).click();
    await shoot('remove');
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    const dialog = page.getByRole('dialog', { name: 'Confirm it’s you' });
    await dialog.waitFor();
    await shoot('confirm');
    await dialog.getByRole('button', { name: 'Use a passkey' }).click();
    await page.getByText('The passkey was removed.').waitFor();
    expect(await app.db.query('SELECT FROM identity.passkey')).toEqual([]);
  });

  test('a device that has no passkey, or whose owner cancels, gets a clear message', async () => {
    await signOut();
    await page.goto('/admin/sign-in');
    await button('Use a passkey').click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(/That didn’t work|No passkey was used/);
    await shoot('sign-in-failed');
    expect(visit.pageErrors).toEqual([]);
  });
});

describeInBrowser('the passkey screens', () => {
  test.each(['en-US', 'es-US'] as const)('are accessible in %s, light and dark', async (locale) => {
    const app = await startApp();
    const browser = await launchBrowser();
    try {
      for (const dark of [false, true]) {
        const { page, context } = await newVisit(browser, { baseUrl: app.url, locale, dark });
        const { cookie, accountId } = await app.signedIn({
          role: 'organizer',
          locale: locale === 'en-US' ? 'en' : 'es',
        });
        await page.context().addCookies([{ name: 'session', value: cookie.slice('session='.length), url: app.url }]);
        await app.db.query(
          `INSERT INTO identity.passkey (account_id, credential_id, public_key, counter, name, created_at, seal)
           VALUES ($1, gen_random_uuid()::text::bytea, '\\x00', 0, 'iPhone', now(), '\\x00')`,
          [accountId],
        );
        await openScreen(page, '/admin/account');
        for (const width of ['desktop', 'phone'] as const) {
          await resizeTo(page, width);
          if (shots) await page.screenshot({ path: `${shots}/account-${locale}-${dark}-${width}.png`, fullPage: true });
          expect(await sidewaysScroll(page)).toBe(0);
          expect(await axeFindings(page)).toEqual([]);
        }
        await context.close();
      }
    } finally {
      await browser.close();
      await app.close();
    }
  });
});
