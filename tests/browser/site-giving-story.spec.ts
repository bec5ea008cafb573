import type { Browser, Page } from 'playwright-core';
import { aCampaign } from '../support/factories.fundraising.js';
import { startMailSink, type MailSink } from '../support/mail-sink.js';
import { startAppWithStripe, type SandboxHandle } from '../support/stripe.js';
import type { TestApp } from '../support/app.js';
import {
  describeInBrowser,
  launchBrowser,
  linkMailedTo,
  newVisit,
  openFrontDoor,
  payWith,
  waitForThankYou,
  type FrontDoor,
  type Visit,
} from './support/index.js';

describeInBrowser('a donor on the public site', () => {
  let door: FrontDoor;
  let sink: MailSink;
  let app: TestApp;
  let stripe: SandboxHandle;
  let closeAll: () => Promise<void>;
  let browser: Browser;
  let visit: Visit;
  let page: Page;
  let slug: string;

  beforeAll(async () => {
    door = await openFrontDoor();
    sink = await startMailSink();
    ({
      app,
      stripe,
      close: closeAll,
    } = await startAppWithStripe({
      config: { PUBLIC_URL: door.url, SMTP_URL: sink.url },
    }));
    door.forwardTo(app.url);
    browser = await launchBrowser();
    ({ slug } = await aCampaign(app.db, { title: 'Beds for the spring', goalMinor: 100_000 }));
  });
  afterAll(async () => {
    await browser.close();
    await closeAll();
    await sink.close();
    await door.close();
  });
  beforeEach(async () => {
    visit = await newVisit(browser, { baseUrl: door.url, width: 'phone', javaScript: false, obeysPolicy: true });
    page = visit.page;
  });
  afterEach(async () => {
    // Contacts only the payment page, and only after the button is clicked.
    expect(visit.foreignRequests.filter((url) => !url.startsWith(stripe.url))).toEqual([]);
    await visit.context.close();
  });

  const heading = (name: string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();

  async function fillIn(who: { amount: string; name: string; email: string }): Promise<void> {
    await page.goto(`/fundraisers/${slug}`);
    await page.getByRole('link', { name: 'Give to this fundraiser' }).click();
    await page.getByText(who.amount, { exact: true }).click();
    await page.getByLabel('Your name').fill(who.name);
    await page.getByLabel('Email', { exact: true }).fill(who.email);
  }

  const goOn = (): Promise<void> => page.getByRole('button', { name: 'Continue to payment' }).last().click();

  const progress = async (): Promise<string> => {
    await page.goto(`/fundraisers/${slug}`);
    return (await page.locator('.give-panel .progress-sum').innerText()).replace(/\s+/g, ' ');
  };

  test('gives once with an amount and a card', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Beds for the spring' }).click();
    await page.getByText('$0 raised').waitFor();
    await fillIn({ amount: '$50', name: 'Ana Reyes', email: 'ana@example.org' });
    await goOn();
    expect(page.url()).toContain(stripe.url);
    await page.getByText('Beds for the spring').first().waitFor();
    await payWith(page, stripe);
    await waitForThankYou(page, stripe);
    expect(new URL(page.url()).pathname).toMatch(/^\/thanks\//);
    await page.getByText('Your $50 for “Beds for the spring” has arrived.').waitFor();
    expect(await progress()).toBe('$50 raised of $1,000');
    await page.getByText('Ana R.', { exact: true }).waitFor();
  });

  test('covers the fee: unchecked by default, shows the exact cents, and charges them', async () => {
    await fillIn({ amount: '$100', name: 'Bea', email: 'bea@example.org' });
    expect(await page.getByLabel('Cover the card fee').isChecked()).toBe(false);
    await page.getByText('Adds $3.30, so the full $100.00 reaches us. You pay $103.30.').waitFor();
    await page.getByText('$25', { exact: true }).click();
    await page.getByText('Adds $1.06, so the full $25.00 reaches us. You pay $26.06.').waitFor();
    await page.getByLabel('Cover the card fee').check();
    await goOn();
    await page.getByText('$26.06').first().waitFor();
    await payWith(page, stripe);
    await waitForThankYou(page, stripe);
    expect(await page.locator('.sums').first().innerText()).toMatch(/\$25\.00[\s\S]*\$1\.06[\s\S]*\$26\.06/);
  });

  test('a custom amount shows its exact total before paying', async () => {
    await fillIn({ amount: 'Another amount', name: 'Cid', email: 'cid@example.org' });
    await page.getByLabel('Your amount in USD').fill('37.42');
    await page.getByRole('button', { name: 'Show the fee' }).click();
    await page.getByText('Adds $1.43, so the full $37.42 reaches us. You pay $38.85.').waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe('Cid');
    await goOn();
    await page.getByText('$37.42').first().waitFor();
    await payWith(page, stripe);
    await waitForThankYou(page, stripe);
  });

  test('shows errors first with focus and keeps all input', async () => {
    await page.goto(`/fundraisers/${slug}/give`);
    await page.getByLabel('Your name').fill('Dora');
    await page.getByLabel('Email', { exact: true }).fill('dora@');
    await page.getByLabel('No name').check();
    await page.getByText('Every month').click();
    await goOn();
    const summary = page.getByRole('alert');
    expect(await summary.getByRole('link').allInnerTexts()).toEqual([
      'Choose an amount',
      'Enter a complete email address, like name@example.com',
    ]);
    expect(await page.locator(':focus').getAttribute('class')).toBe('error-summary');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByLabel('Email', { exact: true }).inputValue()).toBe('dora@');
    expect(await page.getByLabel('No name').isChecked()).toBe(true);
    expect(await page.getByLabel('Every month').isChecked()).toBe(true);
    await summary.getByRole('link', { name: 'Choose an amount' }).click();
    await page.locator('[name=amount]:focus').waitFor();
  });

  test('a declined card is reported by Stripe, and another card pays the same gift', async () => {
    await fillIn({ amount: '$50', name: 'Eva', email: 'eva@example.org' });
    await goOn();
    await payWith(page, stripe, 'Be declined');
    await page.getByRole('alert').waitFor();
    await payWith(page, stripe);
    await waitForThankYou(page, stripe);
    const gifts = await app.db.query("SELECT status FROM fundraising.gift WHERE name = 'Eva'");
    expect(gifts).toEqual([{ status: 'paid' }]);
  });

  test('a donor who paid with a second card is not asked to pay again while the webhook is pending', async () => {
    await fillIn({ amount: '$50', name: 'Edda', email: 'edda@example.org' });
    await goOn();
    await payWith(page, stripe, 'Be declined');
    await page.getByRole('alert').waitFor();
    stripe.webhooks.mode({ lose: 1 });
    await payWith(page, stripe);
    await heading('We’re checking your payment');
    expect(await page.getByText('Try again').count()).toBe(0);
    stripe.webhooks.mode({});
    const charged = stripe.events().findLast(({ type }) => type === 'charge.succeeded');
    await stripe.webhooks.resend(charged!);
    await page.getByRole('link', { name: 'Refresh' }).click();
    await heading('Thank you');
  });

  test('returns without paying, and no gift is recorded', async () => {
    await fillIn({ amount: '$50', name: 'Flo', email: 'flo@example.org' });
    await goOn();
    await page.getByRole('link', { name: 'Go back without paying' }).click();
    await page.getByRole('heading', { name: 'Your gift', exact: true }).waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe('Flo');
    expect(await page.getByLabel('Email', { exact: true }).inputValue()).toBe('flo@example.org');
    expect(page.url()).not.toMatch(/\bflo\b/i);
    const other = await (await fetch(page.url())).text();
    expect(other).not.toMatch(/\bflo\b/i);
    expect(await progress()).not.toContain('Flo');
  });

  test('shows that the payment is being checked until the webhook arrives, then confirms it', async () => {
    await fillIn({ amount: '$25', name: 'Gil', email: 'gil@example.org' });
    await goOn();
    stripe.webhooks.mode({ lose: 1 });
    await payWith(page, stripe);
    await heading('We’re checking your payment');
    stripe.webhooks.mode({});
    const charged = stripe.events().findLast(({ type }) => type === 'charge.succeeded');
    await stripe.webhooks.resend(charged!);
    await page.getByRole('link', { name: 'Refresh' }).click();
    await heading('Thank you');
  });

  test('an anonymous gift names no one on public pages', async () => {
    await fillIn({ amount: '$500', name: 'Hedda Hiding', email: 'hedda@example.org' });
    await page.getByLabel('No name').check();
    await page.getByText('Add a message (optional)').click();
    await page.getByLabel('Message', { exact: true }).fill('For my sister.');
    await goOn();
    await payWith(page, stripe);
    await waitForThankYou(page, stripe);
    for (const path of ['', '/gifts']) {
      await page.goto(`/fundraisers/${slug}${path}`);
      await page.getByText('For my sister.').waitFor();
      expect(await page.content()).not.toContain('Hedda');
    }
    await page.getByText('Anonymous').first().waitFor();
  });

  test('dedicates the gift after paying, and the honoree’s family is notified without an amount', async () => {
    await fillIn({ amount: '$100', name: 'Ines', email: 'ines@example.org' });
    await goOn();
    await payWith(page, stripe);
    await waitForThankYou(page, stripe);
    await page.getByText('Would you like to dedicate it?').click();
    await page.getByRole('button', { name: 'Dedicate my gift' }).click();
    await page.getByRole('link', { name: 'Choose in honor of or in memory of' }).waitFor();
    await page.getByText('In memory of', { exact: true }).click();
    await page.getByLabel('Name of the person').fill('Rosa Lima');
    await page.getByText('Notify someone').click();
    await page.getByLabel('Who should we notify?').fill('Teo');
    await page.getByLabel('Their email').fill('teo@example.org');
    await page.getByRole('button', { name: 'Dedicate my gift' }).click();
    await page.getByText('Thank you. Your gift is now dedicated.').waitFor();
    await page.getByText('We’ll email Teo about it on').waitFor();
    expect(await page.getByText('Would you like to dedicate it?').count()).toBe(0);
    // The dedication can be corrected until its email is sent a day later.
    await page.getByText('Change the dedication').click();
    await page.getByLabel('Name of the person').fill('Rosa Limón');
    await page.getByRole('button', { name: 'Save the dedication' }).click();
    await page.getByText('Rosa Limón').waitFor();
  });

  test('gives every month, changes the amount, and stops with two clicks and no password', async () => {
    await fillIn({ amount: '$25', name: 'Jo', email: 'jo@example.org' });
    await page.getByText('Every month').click();
    await goOn();
    await page.getByText('every month').first().waitFor();
    await payWith(page, stripe);
    await waitForThankYou(page, stripe);
    await page.getByRole('link', { name: 'Change or stop the recurring gift' }).click();
    await heading('Your recurring gift');
    await page.getByText('Change the amount').click();
    await page.getByLabel('New amount in USD').fill('30');
    await page.getByRole('button', { name: 'Change amount' }).click();
    await page.getByText('Changed. The new amount applies from your next payment.').waitFor();
    await page.getByText('$30.00').first().waitFor();
    await page.getByRole('link', { name: 'Stop my recurring gift' }).click();
    await page.getByRole('button', { name: 'Yes, stop it' }).click();
    await heading('Your recurring gift has been stopped');
    await stripe.waitUntilSettled();
    const recurringGifts = await app.db.query('SELECT status FROM fundraising.recurring_gift');
    expect(recurringGifts).toEqual([{ status: 'stopped' }]);
  });

  test('requests gifts and receipts, and opens them by the emailed link', async () => {
    await app.runJob('issue-receipts');
    // The evening of the last day of the year in Los Angeles, where the fundraiser is; in UTC it's already the next
    // year.
    await app.db.query(`UPDATE fundraising.gift g SET paid_at = '2026-01-01T03:30Z' FROM fundraising.donor d
       WHERE d.id = g.donor_id AND d.email = 'ana@example.org' AND g.paid_at IS NOT NULL`);
    await page.goto('/giving');
    await page.getByLabel('Email', { exact: true }).fill('ana@example.org');
    await page.getByRole('button', { name: 'Email me the link' }).click();
    await heading('Check your email');
    await page.goto(await linkMailedTo(app, sink, 'ana@example.org', '/giving/'));
    await heading('My gifts');
    await page.getByText('Dec 31, 2025', { exact: true }).first().waitFor();
    const [receipt] = await page.locator('.rows a[href^="/receipts/"]').all();
    expect(await receipt?.getAttribute('href')).toMatch(/\.pdf$/);
    await page.getByRole('link', { name: /^Details of the gift for Beds for the spring/ }).click();
    await heading('Thank you');
    await page.goto('/giving');
    await page.getByLabel('Email', { exact: true }).fill('nobody@example.org');
    await page.getByRole('button', { name: 'Email me the link' }).click();
    await heading('Check your email');
  });
});
