import type { Browser, Page } from 'playwright-core';
import type { TestApp } from '../support/app.js';
import { aChapter } from '../support/factories.js';
import { startAppWithStripe, type SandboxHandle } from '../support/stripe.js';
import {
  coveredControls,
  describeInBrowser,
  launchBrowser,
  newVisit,
  openFrontDoor,
  payWith,
  waitForThankYou,
  type FrontDoor,
  type Visit,
} from './support/index.js';

describeInBrowser('a donor without a fundraiser in mind', () => {
  let door: FrontDoor;
  let app: TestApp;
  let stripe: SandboxHandle;
  let closeAll: () => Promise<void>;
  let browser: Browser;
  let visit: Visit;
  let page: Page;
  let chapter: { slug: string };

  beforeAll(async () => {
    door = await openFrontDoor();
    ({
      app,
      stripe,
      close: closeAll,
    } = await startAppWithStripe({ config: { PUBLIC_URL: door.url, GENERAL_FUND: 'chapters' } }));
    door.forwardTo(app.url);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await closeAll();
    await door.close();
  });
  beforeEach(async () => {
    visit = await newVisit(browser, { baseUrl: door.url, width: 'phone', javaScript: false, obeysPolicy: true });
    page = visit.page;
  });
  afterEach(() => visit.context.close());

  test('finds the fundraisers while there is no general fund', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Donate' }).first().click();
    expect(new URL(page.url()).pathname).toBe('/fundraisers');
  });

  test('chooses an amount by its impact and a chapter, pays, and is thanked', async () => {
    chapter = await aChapter(app.db, { name: 'Oakland' });
    await app.runJob('keep-general-funds');
    await app.db.query('UPDATE fundraising.campaign SET suggested_amounts = $1 WHERE slug = $2', [
      JSON.stringify([{ amountMinor: '6200', text: 'one night', textEs: 'una noche' }]),
      'general-fund',
    ]);
    await page.goto('/');
    await page.getByRole('link', { name: 'Donate' }).first().click();
    expect(new URL(page.url()).pathname).toBe('/give');
    await page.getByRole('heading', { level: 1, name: `Give to ${app.config.ORGANIZATION_NAME}` }).waitFor();
    const structured = await page.locator('script[type="application/ld+json"]').allInnerTexts();
    expect(structured.map((text) => JSON.parse(text) as unknown)).toContainEqual(
      expect.objectContaining({ '@type': 'DonateAction', url: `${door.url}/give` }),
    );
    expect(await page.locator('meta[name=robots]').count()).toBe(0);

    await page.getByLabel('What’s it for?').selectOption({ label: 'The work in Oakland' });
    await page.getByText('one night').click();
    await page.getByLabel('Your name').fill('Ana Reyes');
    await page.getByRole('button', { name: 'Continue to payment' }).last().click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Email', { exact: true }).fill('ana@example.org');
    await page.getByRole('button', { name: 'Continue to payment' }).last().click();
    await payWith(page, stripe);
    await waitForThankYou(page, stripe);
    const gifts = await app.db.query(
      `SELECT c.title, g.intended_minor::text AS amount, g.status FROM fundraising.gift g
       JOIN fundraising.campaign c ON c.id = g.campaign_id`,
    );
    expect(gifts).toEqual([{ title: `${app.config.ORGANIZATION_NAME}, Oakland`, amount: '6200', status: 'paid' }]);
  });

  test('reads how the money was spent, with no overlapping elements', async () => {
    await page.goto('/give');
    await page.getByRole('link', { name: 'See what came in' }).click();
    expect(new URL(page.url()).pathname).toBe('/fundraisers/general-fund');
    expect(await page.locator('progress').count()).toBe(0);
    await page.getByText('$0 raised').waitFor();
    expect(await page.getByRole('link', { name: 'Start your own page' }).count()).toBe(0);
    const ofChapter = `/fundraisers/general-fund-${chapter.slug}`;
    await page.goto(ofChapter);
    await page.getByText('$62 raised').waitFor();
    await page.getByText('Ana R.').waitFor();
    const picture = await fetch(`${app.url}/share/fundraisers/general-fund.en.png`);
    expect(picture.status).toBe(200);

    const { page: seen, context } = await newVisit(browser, { baseUrl: door.url, width: 'phone', javaScript: true });
    for (const path of ['/give', ofChapter]) {
      await seen.goto(path);
      expect([path, await coveredControls(seen)]).toEqual([path, []]);
    }
    // The button is still readable on its own page.
    const donate = seen.getByRole('link', { name: 'Donate' }).first();
    await seen.goto('/give');
    const [color, background] = await donate.evaluate((link) => {
      const style = getComputedStyle(link);
      return [style.color, style.backgroundColor];
    });
    expect(color).not.toBe(background);
    await context.close();
  });
});
