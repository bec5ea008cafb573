import type { Browser, Page } from 'playwright-core';
import { aCampaign } from '../support/factories.fundraising.js';
import { startMailSink, type MailSink } from '../support/mail-sink.js';
import { startAppWithStripe, type SandboxHandle } from '../support/stripe.js';
import type { TestApp } from '../support/app.js';
import {
  axeFindings,
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

describeInBrowser('giving during card testing', () => {
  let door: FrontDoor;
  let sink: MailSink;
  let app: TestApp;
  let stripe: SandboxHandle;
  let closeAll: () => Promise<void>;
  let browser: Browser;
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
    ({ slug } = await aCampaign(app.db, { title: 'Beds for the spring' }));
  });
  afterAll(async () => {
    await browser.close();
    await closeAll();
    await sink.close();
    await door.close();
  });

  async function simulateAttack(how: { mailOnly: boolean }): Promise<void> {
    const soon = new Date(Date.now() + 3_600_000);
    await app.db.query(
      `INSERT INTO fundraising.card_breaker (id, attack_until, open_until) VALUES (1, $1, $2)
       ON CONFLICT (id) DO UPDATE SET attack_until = excluded.attack_until, open_until = excluded.open_until`,
      [soon, how.mailOnly ? soon : null],
    );
  }

  /** `obeysPolicy` enforces the page's own content security policy. */
  async function visitor(options: { javaScript: boolean; obeysPolicy?: boolean }): Promise<Visit> {
    return newVisit(browser, { baseUrl: door.url, width: 'phone', ...options });
  }

  async function fillIn(page: Page, who: { name: string; email: string }): Promise<void> {
    await page.goto(`/fundraisers/${slug}/give`);
    await page.getByText('$50', { exact: true }).click();
    await page.getByLabel('Your name').fill(who.name);
    await page.getByLabel('Email', { exact: true }).fill(who.email);
    await page.getByLabel('Cover the card fee').check();
  }

  test('a browser with scripts solves our own puzzle and contacts no other host', async () => {
    await simulateAttack({ mailOnly: false });
    const { page, context, foreignRequests, pageErrors } = await visitor({ javaScript: true, obeysPolicy: true });
    await fillIn(page, { name: 'Ana', email: 'ana@example.org' });
    expect(await scriptsOf(page)).toEqual(['/leave.js', '/give.js', '/prove.js']);
    await page.getByRole('button', { name: 'Continue to payment' }).last().click();
    await page.waitForURL(`${stripe.url}/**`, { timeout: 60_000 });
    await payWith(page, stripe);
    await waitForThankYou(page, stripe);
    expect(foreignRequests.filter((url) => !url.startsWith(stripe.url))).toEqual([]);
    expect(pageErrors).toEqual([]);
    await context.close();
  });

  test('a browser without scripts gets an emailed link that restores the input', async () => {
    await simulateAttack({ mailOnly: false });
    const { page, context, foreignRequests } = await visitor({ javaScript: false });
    await fillIn(page, { name: 'Bea', email: 'bea@example.org' });
    await page.getByText('Your browser doesn’t run scripts', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Email me the link' }).click();
    await page.getByRole('heading', { level: 1, name: 'Check your email' }).waitFor();
    await page.goto(await linkMailedTo(app, sink, 'bea@example.org', `/fundraisers/${slug}/`));
    await page.getByText('Thank you for coming back.', { exact: false }).waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe('Bea');
    expect(await page.getByLabel('Cover the card fee').isChecked()).toBe(true);
    expect(await page.getByRole('radio', { name: '$50', exact: true }).isChecked()).toBe(true);
    expect(await scriptsOf(page)).toEqual(['/leave.js', '/give.js']);
    await page.getByRole('button', { name: 'Continue to payment' }).last().click();
    await payWith(page, stripe);
    await waitForThankYou(page, stripe);
    expect(foreignRequests.filter((url) => !url.startsWith(stripe.url))).toEqual([]);
    await context.close();
  });

  test('without a solution no gift is created, and the input is kept', async () => {
    await simulateAttack({ mailOnly: false });
    const answer = await fetch(`${door.url}/fundraisers/${slug}/give`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ amount: '5000', name: 'Cid', email: 'cid@example.org', do: 'give' }),
    });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('The check didn’t finish.');
    expect(html).toContain('value="Cid"');
    expect(await app.db.query("SELECT id FROM fundraising.gift WHERE name = 'Cid'")).toEqual([]);
  });

  test('under heavy attack everyone uses an emailed link, and the page has no script', async () => {
    await simulateAttack({ mailOnly: true });
    const { page, context } = await visitor({ javaScript: true });
    await fillIn(page, { name: 'Dora', email: 'dora@example.org' });
    expect(await axeFindings(page)).toEqual([]);
    expect(await scriptsOf(page)).toEqual(['/leave.js', '/give.js']);
    expect(await page.getByRole('button', { name: 'Continue to payment' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Email me the link' }).last().click();
    await page.goto(await linkMailedTo(app, sink, 'dora@example.org', `/fundraisers/${slug}/`));
    await page.getByRole('button', { name: 'Continue to payment' }).last().click();
    await payWith(page, stripe);
    await waitForThankYou(page, stripe);
    await context.close();
  });

  test('a used or invalid link shows the empty form with an explanation', async () => {
    const { page, context } = await visitor({ javaScript: false });
    await page.goto(`/fundraisers/${slug}/give?link=nothing`);
    await page.getByText('That link has expired or was already used.', { exact: false }).waitFor();
    await context.close();
  });
});

function scriptsOf(page: Page): Promise<(string | null)[]> {
  return page.locator('script[src]').evaluateAll((all) => all.map((one) => one.getAttribute('src')));
}
