import type { Browser, Page } from 'playwright-core';
import type { TestApp } from '../support/app.js';
import { startAppWithStripe, type SandboxHandle } from '../support/stripe.js';
import { createFullCampaign } from './support/campaign.js';
import {
  axeFindings,
  describeInBrowser,
  launchBrowser,
  newVisit,
  openFrontDoor,
  payWith,
  sidewaysScroll,
  waitForThankYou,
  type FrontDoor,
} from './support/index.js';

describeInBrowser('pictures and fundraisers', () => {
  let door: FrontDoor;
  let app: TestApp;
  let stripe: SandboxHandle;
  let closeAll: () => Promise<void>;
  let browser: Browser;
  let slug: string;

  beforeAll(async () => {
    door = await openFrontDoor();
    ({
      app,
      stripe,
      close: closeAll,
    } = await startAppWithStripe({
      config: { PUBLIC_URL: door.url, FOUNDED_YEAR: '2014', BOARD_MEMBERS: 'Alma Reyes, chair; Tom Becker' },
    }));
    door.forwardTo(app.url);
    browser = await launchBrowser();
    const campaign = await createFullCampaign(app);
    ({ slug } = campaign);
    await app.db.query(
      `INSERT INTO fundraising.matching_pool (campaign_id, sponsor_name, ratio_percent, cap_minor, currency, starts_at,
         ends_at, created_at)
       VALUES ($1, 'A family', 100, 100000, 'USD', now() - interval '1 day', now() + interval '9 days', now())`,
      [campaign.id],
    );
  });
  afterAll(async () => {
    await browser.close();
    await closeAll();
    await door.close();
  });

  async function visiting(
    options: { width?: 'phone' | 'desktop'; javaScript?: boolean; obeysPolicy?: boolean },
    visit: (page: Page) => Promise<void>,
  ): Promise<void> {
    const { width = 'phone', javaScript = false, obeysPolicy = true } = options;
    const { page, context } = await newVisit(browser, { baseUrl: door.url, width, javaScript, obeysPolicy });
    await visit(page);
    await context.close();
  }

  test.each(['', '?lang=es'])(
    'a fundraiser shows its picture and one Give button on the first screen of a phone%s',
    async (query) => {
      await visiting({}, async (page) => {
        await page.goto(`/fundraisers/${slug}${query}`);
        const picture = page.locator('main img').first();
        expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
        expect(await picture.boundingBox()).toMatchObject({ x: 0, width: 360 });
        expect((await picture.boundingBox())!.y).toBeLessThan(150);
        expect(await page.locator('.drawn figcaption').innerText()).toBe(query === '' ? 'Illustration' : 'Ilustración');
        const buttons = page.locator(`main a[href="/fundraisers/${slug}/give"]`);
        expect(await buttons.count()).toBe(1);
        const { y } = (await buttons.boundingBox())!;
        expect(y).toBeLessThan(700);
        // While reading, it stays on the screen.
        await page.locator('#gifts').scrollIntoViewIfNeeded();
        await page.evaluate(() => scrollBy(0, 100));
        expect((await buttons.boundingBox())!.y).toBeGreaterThanOrEqual(0);
        expect((await buttons.boundingBox())!.y).toBeLessThan(80);
      });
    },
  );

  test('says what a gift becomes, without a script for a button and a press', async () => {
    await visiting({}, async (page) => {
      await page.goto(`/fundraisers/${slug}/give?amount=5000`);
      await page.getByText('With the match, your $50 becomes $100.').waitFor();
      await page.getByText('Another amount').click();
      await page.getByLabel('Your amount in USD').fill('30.10');
      await page.getByRole('button', { name: 'Show the fee' }).click();
      await page.getByText('With the match, your $30.10 becomes $60.20.').waitFor();
    });
  });

  test('shows the same totals while a donor types as the server does', async () => {
    await visiting({ javaScript: true }, async (page) => {
      await page.goto(`/fundraisers/${slug}/give`);
      await page.getByText('Another amount').click();
      for (const typed of ['50', '30.10', '1,234.56', '61.99']) {
        await page.getByLabel('Your amount in USD').fill(typed);
        const live = await page.locator('.fee-other').allInnerTexts();
        expect(await page.getByRole('button', { name: 'Show the fee' }).isVisible()).toBe(false);
        const answer = await page.request.post(`${door.url}/fundraisers/${slug}/give`, {
          form: { do: 'work-out', amount: 'other', other: typed },
          headers: { origin: door.url },
        });
        const html = (await answer.text()).replaceAll('<!-- -->', '');
        for (const sentence of live) expect(html).toContain(sentence);
        expect(live.join(' ')).toMatch(/becomes .* You pay/);
      }
      await page.getByLabel('Your amount in USD').fill('abc');
      expect((await page.locator('.fee-other').allInnerTexts()).join('')).toBe('');
    });
  });

  test('dedicates a gift in the form', async () => {
    await visiting({}, async (page) => {
      await page.goto(`/fundraisers/${slug}/give?amount=5000`);
      await page.getByLabel('Your name').fill('Ana Reyes');
      await page.getByLabel('Email', { exact: true }).fill('ana@example.org');
      await page.getByText('In honor or memory of someone?').click();
      await page.getByLabel('Who should we notify?').fill('Rosa');
      await page.getByRole('button', { name: 'Continue to payment' }).last().click();
      // Nothing is lost, and the fold stays open.
      await page.getByText('Enter the name of the person').first().waitFor();
      expect(await page.getByLabel('Who should we notify?').inputValue()).toBe('Rosa');
      await page.getByLabel('Who should we notify?').fill('');
      await page.getByText('In memory of', { exact: true }).click();
      await page.getByLabel('Name of the person').fill('Elena Cruz');
      await page.getByRole('button', { name: 'Continue to payment' }).last().click();
      await payWith(page, stripe);
      await waitForThankYou(page, stripe);
      await page.locator('dd', { hasText: 'Elena Cruz' }).waitFor();
    });
  });

  test.each(['/about', '/business', '/schools', '/contact', '/accessibility'])(
    '%s starts with one primary action, has a picture, three facts and no accessibility findings',
    async (path) => {
      for (const width of ['phone', 'desktop'] as const) {
        await visiting({ width, javaScript: true, obeysPolicy: false }, async (page) => {
          await page.goto(path);
          const action = page.locator('.landing-top .button.large:not(.quiet)');
          expect(await action.count()).toBe(1);
          expect((await action.boundingBox())!.y).toBeLessThan(480);
          const picture = page.locator('.landing-top img');
          expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
          expect(await page.locator('.landing-facts li').count()).toBeGreaterThanOrEqual(path === '/about' ? 2 : 3);
          expect(await sidewaysScroll(page)).toBe(0);
          expect(await axeFindings(page)).toEqual([]);
        });
      }
    },
  );

  test('tells on the home page and under "About" who runs it', async () => {
    await visiting({}, async (page) => {
      for (const path of ['/', '/about']) {
        await page.goto(path);
        await page.getByText('2014', { exact: true }).waitFor();
        await page.getByText('Alma Reyes, chair').waitFor();
      }
    });
  });
});
