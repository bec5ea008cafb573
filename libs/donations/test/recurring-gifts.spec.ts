import { PaidInvoices, RecurringGiftSync, type SubscriptionFacts } from '@upstander/donations';
import { SignedIds } from '@upstander/platform';
import { refusal, type TestApp } from '@upstander/tests/support/app.js';
import { aCampaign } from '@upstander/tests/support/factories.fundraising.js';
import { progressOf } from '@upstander/tests/support/gifts.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import {
  aRecurringGift,
  monthsOf,
  recurringGiftRow,
  type BegunRecurringGift,
  type RecurringGiftParts,
} from '@upstander/tests/support/recurring-gifts.js';
import { startAppWithStripe, type SandboxHandle } from '@upstander/tests/support/stripe.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

const startsAt = new Date('2026-12-01T20:00:00Z');
const hour = 3_600_000;
const fields = `id status intended { amountMinor } cover { amountMinor } charged { amountMinor } stopRequested
  nextChargeAt failureMessage`;
const change = `mutation ($input: ChangeRecurringGiftInput!) { changeRecurringGift(input: $input) { ${fields} } }`;
const stop = `mutation ($input: StopRecurringGiftInput!) { stopRecurringGift(input: $input) { ${fields} } }`;
const portal = `mutation ($input: RecurringGiftTokenInput!) { recurringGiftPortal(input: $input) { url } }`;
const ownQuery = `query ($token: String!) { myRecurringGift(token: $token) { ${fields} } }`;
const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

let app: TestApp;
let stripe: SandboxHandle;
let close: () => Promise<void>;
let campaign: { id: string; slug: string; chapterId: string | null };
beforeAll(async () => {
  ({ app, stripe, close } = await startAppWithStripe());
  app.clock.set(startsAt);
  campaign = await aCampaign(app.db, { now: startsAt });
});
afterAll(() => close());
afterEach(() => stripe.faults.clear());

const startGift = (parts?: RecurringGiftParts) => aRecurringGift(app, stripe, campaign, parts);
const send = async (query: string, input: Record<string, unknown>) =>
  app.graphql<Record<string, Record<string, unknown>>>(query, { input });
const run = async (query: string, input: Record<string, unknown>): Promise<Record<string, unknown>> => {
  const { data, errors } = await send(query, input);
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0]!;
};
const mails = async ({ email: recipient }: BegunRecurringGift) =>
  (await renderPendingEmails(app, { recipient, template: 'recurring-gift-%' })).map(({ subject }) => subject);
const countEvents = (pattern: RegExp) => stripe.events().filter(({ type }) => pattern.test(type)).length;

describe('the personal link', () => {
  test('opens only its own recurring gift', async () => {
    const recurringGift = await startGift();
    const gift = app.nest.get(SignedIds).sign('gift', recurringGift.firstGiftId);
    const oldToken = app.nest.get(SignedIds).sign('recurring-gift', recurringGift.id, 7);
    for (const token of [gift, oldToken, 'nonsense', recurringGift.token.slice(0, -1)]) {
      expect((await app.graphql(ownQuery, { token })).data).toEqual({ myRecurringGift: null });
      expect(refusal(await send(stop, { token }))).toBe('NOT_FOUND');
      expect(refusal(await send(change, { token, amount: usd(5000) }))).toBe('NOT_FOUND');
      expect(refusal(await send(portal, { token }))).toBe('NOT_FOUND');
    }
    expect(await recurringGiftRow(app, recurringGift.id)).toMatchObject({ status: 'active', charged: '1000' });
  });

  test('emails the link to all receipts without asking for or revealing the address', async () => {
    const recurringGift = await startGift();
    const ask = 'mutation ($input: RequestGivingLinkInput!) { requestGivingLink(input: $input) { ok } }';
    expect(await run(ask, { recurringGiftToken: recurringGift.token })).toEqual({ ok: true });
    expect(await renderPendingEmails(app, { recipient: recurringGift.email, template: 'giving-link' })).toHaveLength(1);
    for (const recurringGiftToken of [
      'nonsense',
      app.nest.get(SignedIds).sign('recurring-gift', recurringGift.id, 7),
    ]) {
      expect(refusal(await send(ask, { recurringGiftToken }))).toBe('NOT_FOUND');
    }
    const { errors } = await send(ask, {});
    expect(errors?.[0]?.extensions.details).toEqual({ fields: { email: 'required' } });
  });
});

describe('changing the amount', () => {
  test('recalculates the smallest sufficient fee coverage', async () => {
    const recurringGift = await startGift({ coverFee: true });
    const changed = await run(change, { token: recurringGift.token, amount: usd(2500) });
    expect(changed).toMatchObject({ cover: { amountMinor: 106 }, charged: { amountMinor: 2606 } });
    const { items } = await stripe.client.subscriptions.retrieve(recurringGift.subscriptionId);
    expect(items.data.map(({ price }) => price.unit_amount)).toEqual([2606]);
  });

  test('does not call Stripe for too little, another currency or no change', async () => {
    const recurringGift = await startGift();
    const before = countEvents(/subscription\.updated/);
    expect(refusal(await send(change, { token: recurringGift.token, amount: usd(99) }))).toBe('GIFT_TOO_SMALL');
    const euros = { amountMinor: 2500, currency: 'EUR' };
    expect(refusal(await send(change, { token: recurringGift.token, amount: euros }))).toBe('BAD_INPUT');
    expect(await run(change, { token: recurringGift.token, amount: usd(1000) })).toMatchObject({ status: 'ACTIVE' });
    expect(countEvents(/subscription\.updated/)).toBe(before);
    expect(await mails(recurringGift)).toEqual([]);
  });

  test("applies a change from its event if Stripe's response was lost, with one email", async () => {
    const recurringGift = await startGift();
    // The SDK tries three times with one key.
    for (let n = 0; n < 3; n += 1) stripe.faults.next('POST /v1/subscriptions/:subscription', 'commit_then_drop');
    expect(refusal(await send(change, { token: recurringGift.token, amount: usd(3000) }))).toBe('PAYMENTS_UNAVAILABLE');
    await stripe.waitUntilSettled();
    expect(await recurringGiftRow(app, recurringGift.id)).toMatchObject({ charged: '3000' });
    expect(await mails(recurringGift)).toEqual(['Your recurring gift has changed']);
  });

  test('splits a month by its own invoice, not by a later change', async () => {
    const recurringGift = await startGift({ coverFee: true });
    stripe.webhooks.mode({ hold: true });
    await stripe.clock.advance(days(31) + 2 * hour);
    await run(change, { token: recurringGift.token, amount: usd(1061), coverFee: false });
    stripe.webhooks.mode({});
    await stripe.waitUntilSettled();
    expect(await monthsOf(app, recurringGift.id)).toEqual(['paid 1000+61', 'paid 1000+61']);
    app.clock.set(startsAt);
  });

  test('counts a price changed at Stripe entirely as the gift', async () => {
    const recurringGift = await startGift({ coverFee: true });
    const { items } = await stripe.client.subscriptions.retrieve(recurringGift.subscriptionId);
    const [item] = items.data;
    await stripe.client.subscriptions.update(recurringGift.subscriptionId, {
      proration_behavior: 'none',
      items: [
        {
          id: item!.id,
          price_data: {
            currency: 'usd',
            product: item!.price.product as string,
            recurring: { interval: 'month' },
            unit_amount: 777,
          },
        },
      ],
    });
    await stripe.waitUntilSettled();
    const { data } = await app.graphql<{ myRecurringGift: unknown }>(ownQuery, { token: recurringGift.token });
    expect(data.myRecurringGift).toMatchObject({ intended: { amountMinor: 777 }, cover: { amountMinor: 0 } });
  });
});

describe('stopping', () => {
  test('takes effect during an outage of Stripe, which is informed later', async () => {
    const recurringGift = await startGift();
    for (let n = 0; n < 3; n += 1) stripe.faults.next('DELETE /v1/subscriptions/:subscription', 'drop_before');
    expect(await run(stop, { token: recurringGift.token })).toMatchObject({ status: 'ACTIVE', stopRequested: true });
    expect(refusal(await send(change, { token: recurringGift.token, amount: usd(5000) }))).toBe('RECURRING_GIFT_ENDED');
    expect(await mails(recurringGift)).toEqual([]);
    await app.runJob('stop-recurring-gifts');
    expect(await recurringGiftRow(app, recurringGift.id)).toMatchObject({ status: 'stopped' });
    expect((await stripe.client.subscriptions.retrieve(recurringGift.subscriptionId)).status).toBe('canceled');
    await stripe.waitUntilSettled();
    await app.runJob('stop-recurring-gifts');
    expect(await mails(recurringGift)).toEqual(['Your recurring gift has ended']);
  });

  test("needs no further action if Stripe's response was lost", async () => {
    const recurringGift = await startGift();
    for (let n = 0; n < 3; n += 1) stripe.faults.next('DELETE /v1/subscriptions/:subscription', 'commit_then_drop');
    await run(stop, { token: recurringGift.token });
    await app.runJob('stop-recurring-gifts');
    await stripe.waitUntilSettled();
    expect(await recurringGiftRow(app, recurringGift.id)).toMatchObject({ status: 'stopped' });
    expect(await mails(recurringGift)).toEqual(['Your recurring gift has ended']);
  });

  test('is not blocked by another gift that cannot be stopped', async () => {
    const [lostGift, recurringGift] = [await startGift(), await startGift()];
    await app.db.query(
      `UPDATE fundraising.recurring_gift SET stripe_subscription_id = 'sub_nobodyKnows', stop_requested_at = $2 WHERE id = $1`,
      [lostGift.id, new Date(startsAt.valueOf() - hour)],
    );
    await app.db.query('UPDATE fundraising.recurring_gift SET stop_requested_at = $2 WHERE id = $1', [
      recurringGift.id,
      startsAt,
    ]);
    await app.runJob('stop-recurring-gifts');
    expect((await recurringGiftRow(app, recurringGift.id)).status).toBe('stopped');
    await app.db.query('UPDATE fundraising.recurring_gift SET stop_requested_at = NULL WHERE id = $1', [lostGift.id]);
  });

  test("is possible in Stripe's portal, and can be reversed there", async () => {
    const recurringGift = await startGift();
    const { url } = await run(portal, { token: recurringGift.token });
    const act = async (action: string) => {
      const form = new URLSearchParams({ action, subscription: recurringGift.subscriptionId });
      await fetch(String(url), { method: 'POST', body: form, redirect: 'manual' });
      await stripe.waitUntilSettled();
    };
    await act('stop');
    expect(await recurringGiftRow(app, recurringGift.id)).toMatchObject({ status: 'stopped' });
    await act('go_on');
    expect(await recurringGiftRow(app, recurringGift.id)).toMatchObject({ status: 'active', stoppedAt: null });
  });

  test("happens automatically after repeated card failures; the email explains why, in the donor's language", async () => {
    const recurringGift = await startGift({ card: 'fails_later', locale: 'ES', amountMinor: 1500 });
    await stripe.clock.advance(days(62));
    expect(await recurringGiftRow(app, recurringGift.id)).toMatchObject({ status: 'stopped' });
    expect(await monthsOf(app, recurringGift.id)).toEqual(['paid 1500+0']);
    // The first of the two emails is obsolete and not sent.
    const [mail, ...otherMails] = await renderPendingEmails(app, {
      recipient: recurringGift.email,
      template: 'recurring-gift-%',
    });
    expect(otherMails).toEqual([]);
    expect(mail!.subject).toBe('Tu donación recurrente ha terminado');
    expect(mail!.text).toMatch(/no se pudo cobrar tu tarjeta/);
    app.clock.set(startsAt);
  });
});

describe('news from Stripe', () => {
  test("books a month from Stripe's list, once, after all of its webhooks were lost", async () => {
    const recurringGift = await startGift();
    stripe.webhooks.mode({ lose: true });
    await stripe.clock.advance(days(31) + 2 * hour);
    stripe.webhooks.mode({});
    expect(await monthsOf(app, recurringGift.id)).toEqual(['paid 1000+0']);
    const [charge] = (await stripe.client.charges.list({ limit: 1 })).data;
    const claims = app.nest.get(PaidInvoices);
    expect(await Promise.all([1, 2, 3].map(() => claims.claim(charge!)))).toEqual([true, true, true]);
    expect(await monthsOf(app, recurringGift.id)).toEqual(['paid 1000+0', 'paid 1000+0']);
    const paidEvents = stripe.events().filter(({ type }) => type === 'invoice.paid');
    await stripe.webhooks.resend(paidEvents.at(-1)!);
    expect(await monthsOf(app, recurringGift.id)).toHaveLength(2);
    expect((await progressOf(app.db, campaign.id)).agrees).toBe(true);
    app.clock.set(startsAt);
  });

  test('ignores a charge that is not ours', async () => {
    const customer = await stripe.client.customers.create({ email: 'shop@example.org' });
    const method = await stripe.client.paymentMethods.attach('pm_card_visa', { customer: customer.id });
    const intent = await stripe.client.paymentIntents.create({
      amount: 5000,
      currency: 'usd',
      customer: customer.id,
      payment_method: method.id,
      confirm: true,
      off_session: true,
    });
    const charge = await stripe.client.charges.retrieve(intent.latest_charge as string);
    expect(await app.nest.get(PaidInvoices).claim(charge)).toBe(false);
  });

  test('ignores an older reading, but applies the same data with a newer number', async () => {
    const recurringGift = await startGift();
    const { reading } = await recurringGiftRow(app, recurringGift.id);
    const facts: SubscriptionFacts = {
      recurringGiftId: recurringGift.id,
      subscriptionId: recurringGift.subscriptionId,
      customerId: null,
      status: 'past_due',
      charged: 1000n,
      itemId: null,
      productId: null,
      split: null,
      startedAt: startsAt,
      nextChargeAt: startsAt,
      stoppedAt: null,
      endedByFailure: false,
    };
    const apply = (number: bigint) =>
      app.db.transaction((tx) => app.nest.get(RecurringGiftSync).apply(tx, { number, facts }));
    expect(await apply(BigInt(reading) - 1n)).toBe(false);
    expect((await recurringGiftRow(app, recurringGift.id)).status).toBe('active');
    expect(await apply(BigInt(reading) + 1n)).toBe(true);
    expect((await recurringGiftRow(app, recurringGift.id)).status).toBe('past_due');
  });
});

describe('staff', () => {
  const list = `query ($filter: RecurringGiftFilter, $sort: RecurringGiftSort, $first: Int, $after: String) {
    recurringGifts(filter: $filter, sort: $sort, first: $first, after: $after) {
      totalCount pageInfo { endCursor hasNextPage }
      edges { node { id name email status giftCount totalGiven { amountMinor } } }
    }
  }`;
  interface RecurringGiftList {
    recurringGifts: {
      totalCount: number;
      pageInfo: { endCursor: string; hasNextPage: boolean };
      edges: Array<{ node: { id: string; name: string; giftCount: number } }>;
    };
  }

  test('find recurring gifts of their chapters by name, page by page', async () => {
    const finance = await app.signedIn({ role: 'finance', chapterId: campaign.chapterId });
    const recurringGift = await startGift({ name: 'Zoë Ñandú' });
    const find = async (variables: Record<string, unknown>, cookie = finance.cookie) =>
      (await app.graphql<RecurringGiftList>(list, variables, { cookie })).data.recurringGifts;
    expect((await find({ filter: { text: 'nandu' } })).edges.map(({ node }) => node.id)).toEqual([recurringGift.id]);
    expect((await find({ filter: { text: recurringGift.email.slice(0, 12) } })).totalCount).toBe(1);
    const seenIds: string[] = [];
    for (let after: string | null = null; ;) {
      const page: RecurringGiftList['recurringGifts'] = await find({ first: 4, after, sort: 'OLDEST' });
      seenIds.push(...page.edges.map(({ node }) => node.id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    const all = await find({ first: 100, sort: 'NEWEST' });
    expect([...seenIds].sort()).toEqual(all.edges.map(({ node }) => node.id).sort());
    expect(new Set(seenIds).size).toBe(all.totalCount);
    const other = await app.signedIn({ role: 'finance', chapterId: (await aCampaign(app.db)).chapterId });
    expect((await find({}, other.cookie)).totalCount).toBe(0);
  });

  test('stop a recurring gift on request, with a note', async () => {
    const recurringGift = await startGift();
    const byStaff = `mutation ($input: StopRecurringGiftByStaffInput!) { stopRecurringGiftByStaff(input: $input) { status stopReason } }`;
    const stranger = await app.signedIn({ role: 'finance', chapterId: (await aCampaign(app.db)).chapterId });
    const input = { id: recurringGift.id, note: 'Asked by phone.' };
    expect(refusal(await app.graphql(byStaff, { input }, stranger))).toBe('NOT_FOUND');
    const finance = await app.signedIn({ role: 'finance' });
    expect(refusal(await app.graphql(byStaff, { input: { ...input, note: ' ' } }, finance))).toBe('BAD_INPUT');
    const { data } = await app.graphql<{ stopRecurringGiftByStaff: unknown }>(byStaff, { input }, finance);
    expect(data.stopRecurringGiftByStaff).toEqual({ status: 'STOPPED', stopReason: 'Asked by phone.' });
  });
});
