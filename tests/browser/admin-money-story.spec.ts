import type { Browser, Page } from 'playwright-core';
import type { TestApp } from '../support/app.js';
import { aChapter } from '../support/factories.js';
import { aCampaign, aPaidGift } from '../support/factories.fundraising.js';
import { give } from '../support/giving.js';
import { days } from '../support/movable-clock.js';
import { startAppWithStripe, type SandboxHandle } from '../support/stripe.js';
import { addSession } from './support/admin.js';
import { describeInBrowser, launchBrowser, newVisit, type Visit } from './support/index.js';

describeInBrowser('money in the admin', () => {
  let app: TestApp;
  let stripe: SandboxHandle;
  let closeAll: () => Promise<void>;
  let browser: Browser;
  let chapterId: string;
  const visits: Visit[] = [];

  beforeAll(async () => {
    ({
      app,
      stripe,
      close: closeAll,
    } = await startAppWithStripe({ safelisted: true, config: { TRUST_PROXY: 'true' } }));
    browser = await launchBrowser();
    chapterId = (await aChapter(app.db, { name: 'Los Angeles' })).id;
  });
  afterAll(async () => {
    await browser.close();
    await closeAll();
  });
  afterEach(async () => {
    for (const { foreignRequests, context } of visits.splice(0)) {
      expect(foreignRequests).toEqual([]);
      await context.close();
    }
  });

  async function signInAs(role: string, name: string): Promise<Page> {
    const { cookie } = await app.signedIn({ role, name, chapterId: role === 'organizer' ? chapterId : null });
    const visit = await newVisit(browser, { baseUrl: app.url });
    visits.push(visit);
    await addSession(visit.page, app.url, cookie);
    return visit.page;
  }

  test('a large refund is requested by one person and decided by another, and the gift shows all of it', async () => {
    const { slug } = await aCampaign(app.db, { chapterId, title: 'Beds for the spring' });
    const gift = await give(app, stripe, {
      campaignSlug: slug,
      name: 'Ana Reyes',
      email: 'ana@example.org',
      amount: { amountMinor: 90_000, currency: 'USD' },
    });
    await app.runJob('issue-receipts');

    const fay = await signInAs('finance', 'Fay Finance');
    await fay.goto('/admin/gifts');
    await fay.getByLabel('Search gifts').fill('ana@example');
    await fay.getByRole('link', { name: 'Ana Reyes' }).click();
    await fay.getByRole('heading', { level: 1, name: '$900.00 from Ana Reyes' }).waitFor();
    await fay.getByRole('link', { name: 'No. 1', exact: true }).waitFor();
    await fay.getByRole('button', { name: 'Refund', exact: true }).click();
    const dialog = fay.getByRole('dialog');
    // A refund takes more than one click: the amount is typed or a full refund is chosen.
    expect(await dialog.getByLabel('Amount').inputValue()).toBe('');
    await dialog.getByRole('button', { name: 'Refund full amount' }).click();
    expect(await dialog.getByLabel('Amount').inputValue()).toBe('900.00');
    await dialog.getByLabel('Amount').fill('901');
    await dialog.getByRole('button', { name: 'Refund', exact: true }).click();
    await dialog.getByText('At most $900.00.').waitFor();
    await dialog.getByLabel('Amount').fill('400');
    await dialog.getByLabel('Reason').selectOption('Wrong amount');
    await dialog.getByRole('button', { name: 'Refund', exact: true }).click();
    await fay.getByText('$400.00 is waiting for a second approval.').waitFor();
    await fay.goto('/admin/gifts/refunds');
    await fay.getByText('You recorded this, so someone else has to decide.').waitFor();
    expect(await fay.getByRole('button', { name: /^Approve/ }).count()).toBe(0);

    const priya = await signInAs('finance', 'Priya Nair');
    await priya.goto('/admin/');
    await priya.getByRole('link', { name: '1 refund needs a second approver' }).click();
    await priya.getByRole('button', { name: 'Approve the refund to Ana Reyes' }).click();
    await priya.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await priya.getByText('The refund is on its way.').waitFor();
    await app.runJob('send-refunds');
    await stripe.waitUntilSettled();
    await app.runJob('issue-receipts');

    await priya.goto(`/admin/gifts/${gift.id}`);
    const story = priya.getByRole('list', { name: 'Gift history' });
    await story.waitFor();
    const entries = (await story.getByRole('listitem').allInnerTexts()).map((text) => text.split('\n')[0]);
    expect(entries).toEqual(
      expect.arrayContaining([
        'Started',
        'Paid',
        'Receipt issued',
        'Refund requested',
        'Refund approved',
        'Refund completed',
        'Receipt voided',
      ]),
    );
    expect(await story.innerText()).toContain('Wrong amount');
    expect(await story.innerText()).toContain('by Priya Nair');
    await priya.getByRole('row', { name: /No\. 1 void: refunded/ }).waitFor();
    await priya.getByRole('row', { name: /No\. 2.*\$500\.00/ }).waitFor();
  });

  test('a manual gift is offered only for fundraisers that accept gifts, and links to all gifts of its donor', async () => {
    const takes = await aCampaign(app.db, { chapterId, title: 'Run for a home' });
    await aCampaign(app.db, { chapterId, title: 'Run for a fresh start', status: 'in_review' });
    const given = await aPaidGift(app.db, { campaignId: takes.id, name: 'June Park', email: 'june@park.example' });
    await aPaidGift(app.db, { campaignId: takes.id, name: 'June Park', email: 'june@park.example' });
    await aPaidGift(app.db, { campaignId: takes.id, name: 'Someone Else', email: 'else@park.example' });
    const fay = await signInAs('finance', 'Fay Finance');
    await fay.goto('/admin/gifts/new');
    const choices = fay.getByLabel('Fundraiser').getByRole('option');
    await choices.getByText('Run for a home').waitFor({ state: 'attached' });
    expect(await choices.allInnerTexts()).not.toContain('Run for a fresh start');

    await fay.goto(`/admin/gifts/${given.id}`);
    await fay.getByRole('link', { name: 'One of their 2 gifts' }).click();
    await fay.getByText('Showing gifts from one donor.').waitFor();
    await fay.getByRole('rowheader', { name: 'June Park' }).first().waitFor();
    expect(await fay.getByRole('rowheader').count()).toBe(2);
  });

  test('a fundraiser goes from draft through review to news without showing anonymous names', async () => {
    const rosa = await signInAs('organizer', 'Rosa Delgado');
    await rosa.goto('/admin/fundraisers/new');
    await rosa.getByLabel('Title').fill('Safe rooms for forty nights');
    await rosa.getByRole('textbox', { name: 'Story' }).fill('A room with a lock is **where it starts**.');
    await rosa.getByRole('textbox', { name: 'Goal' }).fill('3,360');
    await rosa.getByRole('button', { name: 'Submit for review' }).click();
    await rosa.getByText('Saved and submitted for review.').waitFor();

    const priya = await signInAs('moderator', 'Priya Banerjee');
    await priya.goto('/admin/');
    await priya.getByRole('link', { name: /fundraisers? to review/ }).click();
    await priya.getByRole('link', { name: 'Safe rooms for forty nights' }).click();
    await priya.getByRole('button', { name: 'Approve and open' }).click();
    await priya.getByText('Approved. It’s open for gifts now.').waitFor();

    const [campaign] = await app.db.query<{ id: string; slug: string }>(
      `SELECT id, slug FROM fundraising.campaign WHERE title = 'Safe rooms for forty nights'`,
    );
    await aPaidGift(app.db, { campaignId: campaign!.id, name: 'Marcus Chen' });
    await aPaidGift(app.db, { campaignId: campaign!.id, name: 'Hedda Hiding', anonymous: true });
    const path = `/admin/fundraisers/${campaign!.id}`;
    await rosa.goto(`${path}/updates`);
    await rosa.getByRole('button', { name: 'Post an update' }).click();
    await rosa.getByRole('dialog').getByLabel('Title').fill('Twelve nights so far');
    await rosa.getByRole('dialog').getByLabel('Text').fill('Twelve nights are paid. Thank you.');
    await rosa.getByRole('dialog').getByRole('button', { name: 'Post', exact: true }).click();
    await rosa.getByText('Posted. Donors who asked for updates get an email.').waitFor();
    await rosa.goto(`${path}/gifts`);
    await rosa.getByRole('rowheader', { name: 'Marcus Chen' }).waitFor();
    await rosa.getByRole('rowheader', { name: 'Anonymous' }).waitFor();
    expect(await rosa.content()).not.toContain('Hedda');
    await rosa.goto(`/fundraisers/${campaign!.slug}`);
    await rosa.getByRole('heading', { name: 'Twelve nights so far' }).waitFor();
    expect(await rosa.content()).not.toContain('Hedda');
  });

  test('two people disburse money, and the public page shows what it was spent on', async () => {
    const { slug, id } = await aCampaign(app.db, { chapterId, title: 'Winter coats' });
    await aPaidGift(app.db, { campaignId: id, intendedMinor: 10_000 });
    const fay = await signInAs('finance', 'Fay Finance');
    await fay.goto(`/admin/disbursements?record=${id}`);
    const dialog = fay.getByRole('dialog');
    await dialog.getByText(/can be disbursed to/).waitFor();
    await dialog.getByLabel('Amount').fill('40');
    await dialog.getByLabel('Reference').fill('Wire 4471');
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await fay.getByText('Recorded. A second person has to approve it.').waitFor();
    await fay.getByText('You recorded this, so someone else has to decide.').waitFor();
    const line = '.trail, table';
    await fay.goto(`/fundraisers/${slug}`);
    await fay.getByText('Nothing has been sent yet.', { exact: false }).waitFor();

    const priya = await signInAs('finance', 'Priya Nair');
    await priya.goto('/admin/disbursements?view=waiting');
    await priya.getByRole('button', { name: /^Approve \$40\.00 to/ }).click();
    await priya.getByRole('dialog').getByRole('button', { name: 'Approve and post' }).click();
    await priya.getByText('Approved and posted. It’s now on the public page.').waitFor();
    await priya.goto(`/fundraisers/${slug}`);
    await priya
      .getByText(/^Sent to/)
      .first()
      .waitFor();
    expect((await priya.locator(line).allInnerTexts()).join('\n')).toContain('−$40.00');
  });

  test('a payout adds up to the cent, and the bank statement confirms it', async () => {
    const { slug } = await aCampaign(app.db, { chapterId, title: 'Legal fund' });
    await give(app, stripe, { campaignSlug: slug });
    await stripe.clock.advance(days(3));
    const made = await stripe.payout();
    await app.runJob('book-balance-transactions');
    const fay = await signInAs('finance', 'Fay Finance');
    await fay.goto('/admin/reconciliation');
    await fay
      .getByRole('row', { name: new RegExp(made!.id) })
      .getByText(/^matches · \d+ lines$/)
      .waitFor();
    await fay
      .getByRole('row', { name: new RegExp(made!.id) })
      .getByRole('link')
      .click();
    await fay.getByRole('button', { name: 'Confirm at the bank' }).click();
    await fay.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await fay.getByText('Payout confirmed.').waitFor();
    await fay.getByText(/by Fay Finance/).waitFor();

    // A wrong amount is flagged, not confirmed. It can be corrected and undone, and earlier entries stay.
    await fay.getByRole('button', { name: 'Correct' }).click();
    const dialog = fay.getByRole('dialog');
    await dialog.getByLabel('Amount on the statement').fill('1.00');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await fay.getByText(/^Confirmed, but it’s off by/).waitFor();
    await fay.getByText('The bank shows $1.00').waitFor();
    await fay.getByRole('button', { name: 'Undo confirmation' }).click();
    await dialog.getByRole('button', { name: 'Undo confirmation' }).click();
    await fay.getByRole('button', { name: 'Confirm at the bank' }).waitFor();
    const earlier = fay.getByRole('list', { name: 'Earlier confirmations of this payout' }).getByRole('listitem');
    expect(await earlier.count()).toBe(2);
    expect((await earlier.allInnerTexts()).join('\n')).toContain('$1.00, statement of');
    await fay.goto('/admin/ledger/check');
    await fay.getByRole('button', { name: 'Check new entries' }).waitFor();
  });
});
