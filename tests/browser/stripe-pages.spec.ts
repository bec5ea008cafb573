import type Stripe from 'stripe';
import type { Browser } from 'playwright-core';
import { openGift, payGift, startStripe, type SandboxHandle } from '@upstander/stripe-sandbox';
import {
  axeFindings,
  describeInBrowser,
  launchBrowser,
  newVisit,
  sidewaysScroll,
  type Width,
} from './support/index.js';

/** Donors see these pages in a trial. */
describeInBrowser('every page of the local Stripe', () => {
  let stripe: SandboxHandle;
  let browser: Browser;
  beforeAll(async () => {
    [stripe, browser] = await Promise.all([startStripe(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await stripe.close();
  });

  const monthly: Stripe.Checkout.SessionCreateParams.LineItem = {
    quantity: 1,
    price_data: {
      currency: 'usd',
      unit_amount: 2_500,
      recurring: { interval: 'month' },
      product_data: { name: 'Safe nights, monthly', description: 'With $1.06 to cover the fee' },
    },
  };
  const pages: Record<string, () => Promise<string>> = {
    checkout: async () => (await openGift(stripe)).url as string,
    'checkout in Spanish': async () => (await openGift(stripe, { locale: 'es' })).url as string,
    'checkout of a recurring gift': async () =>
      (await openGift(stripe, { mode: 'subscription', submit_type: undefined, line_items: [monthly] })).url as string,
    'checkout that asks for an email': async () =>
      (await openGift(stripe, { customer_email: undefined })).url as string,
    'a page whose time is over': async () => {
      const { id, url } = await openGift(stripe);
      await stripe.client.checkout.sessions.expire(id);
      return url as string;
    },
    'a page that never was': () => Promise.resolve(`${stripe.url}/c/pay/cs_test_nobody`),
    'the portal of a monthly giver': async () => {
      const { id, url } = await openGift(stripe, {
        mode: 'subscription',
        submit_type: undefined,
        line_items: [monthly],
      });
      await stripe.pay(url as string);
      const { customer } = await stripe.client.checkout.sessions.retrieve(id);
      return (await stripe.client.billingPortal.sessions.create({ customer: customer as string })).url;
    },
    dashboard: async () => {
      await stripe.openDispute((await payGift(stripe)).id);
      await payGift(stripe);
      await stripe.payout();
      return `${stripe.url}/`;
    },
  };

  test.each(
    Object.keys(pages).flatMap((name) => (['phone', 'desktop'] as Width[]).map((width) => [name, width] as const)),
  )('%s on a %s: no accessibility violations, horizontal scrolling or other hosts', async (name, width) => {
    const { page, context, foreignRequests } = await newVisit(browser, { baseUrl: stripe.url, width });
    await page.goto(await (pages[name] as () => Promise<string>)());
    expect(await axeFindings(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(foreignRequests).toEqual([]);
    await context.close();
  });

  test('without script and by keyboard: declined, then authenticated, then paid', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: stripe.url, width: 'phone', javaScript: false });
    const { id, url } = await openGift(stripe, { success_url: `${stripe.url}/c/pay/thanks` });
    await page.goto(url as string);
    await page.getByLabel('Name on the card').fill('Ana González');
    await page.getByRole('radio', { name: 'Be declined' }).check();
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Your card was declined.' }).waitFor();
    expect(await page.getByLabel('Name on the card').inputValue()).toBe('Ana González');
    await page.getByRole('radio', { name: 'Ask for proof' }).check();
    await page.getByRole('button', { name: 'Donate $25.00' }).press('Enter');
    await page.getByRole('button', { name: 'Yes, it is me' }).press('Enter');
    await page.waitForURL('**/c/pay/thanks');
    expect(await stripe.client.checkout.sessions.retrieve(id)).toMatchObject({
      payment_status: 'paid',
      customer_details: { name: 'Ana González' },
    });
    await context.close();
  });
});
