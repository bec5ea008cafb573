import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { addSession, openScreen } from './support/admin.js';
import {
  adminAppearances,
  axeFindings,
  describeInBrowser,
  launchBrowser,
  newVisit,
  findOffCenter,
  findOutsidePanel,
  sidewaysScroll,
  widths,
  type Width,
} from './support/index.js';
import { aPeopleDesk, type PeopleDesk } from './support/people-desk.js';

describeInBrowser('every screen of moderators and advocates', () => {
  let app: TestApp;
  let browser: Browser;
  let desk: PeopleDesk;

  beforeAll(async () => {
    app = await startApp({ safelisted: true, config: { TRUST_PROXY: 'true' } });
    browser = await launchBrowser();
    desk = await aPeopleDesk(app);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  test.each(adminAppearances)(
    'has no accessibility violations: $locale, $width',
    async ({ locale, width }) => {
      const findings: Record<string, string[]> = {};
      for (const [who, screens] of [
        [desk.moderator, desk.moderation],
        [desk.advocate, desk.advocacy],
      ] as const) {
        const visit = await newVisit(browser, { baseUrl: app.url, locale, width });
        const { page } = visit;
        await addSession(page, app.url, who.cookie);
        for (const [name, path] of Object.entries({ home: '/admin/', ...screens })) {
          await openScreen(page, path);
          const found = await axeFindings(page);
          if ((await sidewaysScroll(page)) > 0) found.push('scrolls sideways');
          if (width === 'desktop' && locale === 'es-US') found.push(...(await findOutsidePanel(page)));
          if ((await page.locator('html').getAttribute('lang')) !== locale.slice(0, 2)) found.push('wrong language');
          if (found.length > 0) findings[name] = found;
        }
        expect(visit.foreignRequests).toEqual([]);
        expect(visit.pageErrors).toEqual([]);
        await visit.context.close();
      }
      expect(findings).toEqual({});
    },
    300_000,
  );

  test.each(Object.keys(widths) as Width[])(
    'has no accessibility violations in dialogs, menus and forms with errors: %s',
    async (width) => {
      const findings: Record<string, string[]> = {};
      const visit = await newVisit(browser, { baseUrl: app.url, width });
      const { page } = visit;
      const dialog = page.getByRole('dialog');
      const look = async (name: string) => {
        await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState === 'finished'));
        const found = await axeFindings(page);
        if ((await sidewaysScroll(page)) > 0) found.push('scrolls sideways');
        if (width === 'desktop') found.push(...(await findOffCenter(page)));
        if (found.length > 0) findings[name] = found;
      };
      await addSession(page, app.url, desk.moderator.cookie);
      await openScreen(page, desk.moderation['approvals']!);
      await press(page, 'Keyboard shortcuts');
      await dialog.waitFor();
      await look('keyboard');
      await openScreen(page, desk.moderation['a business under review']!);
      await page
        .getByRole('button', { name: /^Check again/ })
        .first()
        .click();
      await dialog.getByRole('button', { name: 'Record check' }).click();
      await look('a look, with errors');
      await openScreen(page, desk.moderation['a business under review']!);
      await press(page, 'Decline');
      await dialog.waitFor();
      await look('refuse a business');
      await openScreen(page, desk.moderation['an approved business']!);
      await press(page, 'More actions');
      await page.getByRole('menuitem').first().waitFor();
      await look('menu of a business');
      await openScreen(page, desk.moderation['an approved business']!);
      await page.getByRole('button', { name: /^Freeze: / }).click();
      await dialog.waitFor();
      await look('stop a person');
      await openScreen(page, desk.moderation['an opportunity with warning signs']!);
      await press(page, 'Approve');
      await page.locator('[aria-invalid=true]').first().waitFor();
      await look('approve without a reason');

      await page.context().clearCookies();
      await addSession(page, app.url, desk.advocate.cookie);
      await openScreen(page, desk.advocacy['an application of mine']!);
      await press(page, 'Ask for consent');
      await dialog.getByRole('button', { name: 'Ask the person' }).click();
      await look('ask for consent, with errors');
      await openScreen(page, desk.advocacy['an application of mine']!);
      await press(page, 'Record a signed form');
      await dialog.waitFor();
      await look('a signed paper');
      await openScreen(page, desk.advocacy['an introduction']!);
      await press(page, 'Update introduction');
      await dialog.waitFor();
      await look('introduce');
      await openScreen(page, desk.advocacy['an introduction']!);
      await press(page, 'More actions');
      await page.getByRole('menuitem', { name: 'Place a legal hold' }).click();
      await dialog.waitFor();
      await look('a hold');
      await openScreen(page, desk.advocacy['a consultation']!);
      await press(page, 'Reschedule');
      await dialog.waitFor();
      await look('an appointment');
      await openScreen(page, desk.advocacy['an application that asks for a reason']!);
      await page.getByRole('button', { name: 'Open', exact: true }).click();
      await look('a reason, missing');
      await openScreen(page, desk.advocacy['keys']!);
      await press(page, 'Suggest a passphrase');
      await press(page, 'Create my key');
      await look('a suggested passphrase, not repeated');
      await openScreen(page, desk.advocacy['the access log']!);
      await press(page, 'Check the entire log');
      await page.getByText(/^Yes\. All/).waitFor();
      await look('the log is complete');
      expect(findings).toEqual({});
      expect(visit.pageErrors).toEqual([]);
      await visit.context.close();
    },
    300_000,
  );

  test('has no accessibility violations in dark mode', async () => {
    const findings: Record<string, string[]> = {};
    const { page, context } = await newVisit(browser, { baseUrl: app.url, dark: true });
    for (const [who, screens, names] of [
      [desk.moderator, desk.moderation, ['approvals', 'a business under review', 'an opportunity with warning signs']],
      [desk.advocate, desk.advocacy, ['an introduction', 'a consultation', 'keys', 'the access log']],
    ] as const) {
      await page.context().clearCookies();
      await addSession(page, app.url, who.cookie);
      for (const name of names) {
        await openScreen(page, screens[name]!);
        const found = await axeFindings(page);
        if (found.length > 0) findings[name] = found;
      }
    }
    expect(findings).toEqual({});
    await context.close();
  }, 300_000);
});

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}
