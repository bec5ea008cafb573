import { randomUUID } from 'node:crypto';
import { refusal, type TestApp } from '@upstander/tests/support/app.js';
import { aCampaign, aPage } from '@upstander/tests/support/factories.fundraising.js';
import { giftFacts, progressOf } from '@upstander/tests/support/gifts.js';
import { aGiftInput, donate, give } from '@upstander/tests/support/giving.js';
import { hours } from '@upstander/tests/support/movable-clock.js';
import { startAppWithStripe, type SandboxHandle } from '@upstander/tests/support/stripe.js';

let app: TestApp;
let stripe: SandboxHandle;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ app, stripe, close } = await startAppWithStripe());
});
afterAll(() => close());

const myGift = async (token: string) =>
  (
    await app.graphql<{ myGift: Record<string, unknown> | null }>(
      `query ($token: String!) { myGift(token: $token) {
        status intended { amountMinor } charged { amountMinor } returned { amountMinor } paidAt failureCode failureWords
        campaignSlug checkoutUrl recurringGiftToken emailMasked frequency dedication { kind honouree }
      } }`,
      { token },
    )
  ).data.myGift;

const giftsOf = async (campaignId: string) =>
  (
    await app.db.query<{ n: number }>('SELECT count(*)::int AS n FROM fundraising.gift WHERE campaign_id = $1', [
      campaignId,
    ])
  )[0]!.n;

const sessionsOf = async (giftId: string) =>
  (await stripe.client.checkout.sessions.list({ limit: 100 })).data.filter(
    ({ metadata }) => metadata?.['gift_id'] === giftId,
  );

describe('a gift', () => {
  test('is begun on our page, paid on Stripe’s, and believed when the webhook has spoken', async () => {
    const campaign = await aCampaign(app.db);
    const input = aGiftInput(campaign.slug, { coverFee: true, email: 'ana@example.org' });
    const { data } = await donate(app, input);
    const { gift, checkoutUrl, token } = data.startDonation;
    expect(gift).toMatchObject({
      status: 'PENDING',
      intended: { amountMinor: 5_000, currency: 'USD' },
      cover: { amountMinor: 180 },
      charged: { amountMinor: 5_180 },
      frequency: 'ONCE',
    });
    expect(await myGift(token)).toMatchObject({ status: 'PENDING', paidAt: null, checkoutUrl });

    stripe.webhooks.mode({ lose: 1 });
    const paid = await stripe.pay(checkoutUrl);
    expect(paid.url).toBe(`${app.config.PUBLIC_URL}/thanks/${token}?from=payment`);
    expect(await myGift(token)).toMatchObject({ status: 'PENDING' });

    stripe.webhooks.mode({});
    for (const event of stripe.events()) if (event.type === 'charge.succeeded') await stripe.webhooks.resend(event);
    expect(await myGift(token)).toMatchObject({ status: 'PAID', charged: { amountMinor: 5_180 }, checkoutUrl: null });
    expect(await progressOf(app.db, campaign.id)).toEqual({ count: 1, raised: 5_000, agrees: true });
  });

  test.each<[{ kept?: string; name?: string; display?: string; anonymous?: boolean }, string | null]>([
    [{}, 'Nora N.'],
    [{ display: 'SHORT_NAME' }, 'Nora N.'],
    [{ display: 'FULL_NAME' }, 'Nora Isabel Nameless'],
    [{ display: 'NO_NAME' }, null],
    [{ anonymous: true }, null],
    [{ anonymous: true, display: 'FULL_NAME' }, null],
    [{ name: 'Nora' }, 'Nora'],
    [{ name: '  ñandú   de  la  élite ' }, 'ñandú É.'],
    [{ name: 'Bakery No. 7' }, 'Bakery'],
    // As a file of another program or an older form may have brought it.
    [{ display: 'FULL_NAME', kept: 'Win at www.casino.example' }, null],
    [{ kept: 'nora@example.org' }, null],
  ])('%j is known to everybody as %s', async ({ kept, ...choice }, shown) => {
    const { slug, id } = await give(app, stripe, { name: 'Nora Isabel Nameless', ...choice });
    if (kept) await app.db.query('UPDATE fundraising.gift SET name = $2 WHERE id = $1', [id, kept]);
    const { data } = await app.graphql<{
      campaign: { recentGifts: Array<{ name: string | null }> };
      campaignGifts: { edges: Array<{ node: { name: string | null } }> };
    }>(
      `query ($slug: String!) {
        campaign(slug: $slug) { recentGifts { name } } campaignGifts(slug: $slug) { edges { node { name } } }
      }`,
      { slug },
    );
    expect(data.campaign.recentGifts).toEqual([{ name: shown }]);
    expect(data.campaignGifts.edges).toEqual([{ node: { name: shown } }]);
  });

  test('that is not paid yet gives back what was typed only with the key of its form', async () => {
    const input = aGiftInput((await aCampaign(app.db)).slug, {
      name: 'Flo Rivera',
      email: 'flo@example.org',
      message: 'Hi',
    });
    const { data } = await donate(app, input);
    const draft = async (token: string, idempotencyKey: unknown) =>
      (
        await app.graphql<{ giftDraft: Record<string, unknown> | null }>(
          `query ($token: String!, $idempotencyKey: String!) {
            giftDraft(token: $token, idempotencyKey: $idempotencyKey) { name email message }
          }`,
          { token, idempotencyKey },
        )
      ).data.giftDraft;
    const { token, checkoutUrl } = data.startDonation;
    expect(await draft(token, randomUUID())).toBeNull();
    expect(await draft('nothing', input['idempotencyKey'])).toBeNull();
    expect(await draft(token, input['idempotencyKey'])).toEqual({
      name: 'Flo Rivera',
      email: 'flo@example.org',
      message: 'Hi',
    });
    await stripe.pay(checkoutUrl);
    expect(await draft(token, input['idempotencyKey'])).toBeNull();
  });

  test('for a page of a team or a friend counts there too', async () => {
    const page = await aPage(app.db);
    const [row] = await app.db.query<{ slug: string }>('SELECT slug FROM fundraising.campaign WHERE id = $1', [
      page.campaignId,
    ]);
    await give(app, stripe, { campaignSlug: row!.slug, pageSlug: page.slug });
    expect(await progressOf(app.db, page.id)).toEqual({ count: 1, raised: 5_000, agrees: true });
  });

  test('is dedicated once it has arrived, and not before', async () => {
    const dedicate = (token: string, honouree: string) =>
      app.graphql(`mutation ($input: DedicateGiftInput!) { dedicateGift(input: $input) { dedication { honouree } } }`, {
        input: { token, kind: 'MEMORY', honouree },
      });
    const { data } = await donate(app, aGiftInput((await aCampaign(app.db)).slug));
    expect(refusal(await dedicate(data.startDonation.token, 'Rosa'))).toBe('GIFT_NOT_PAID');
    await stripe.pay(data.startDonation.checkoutUrl);
    await dedicate(data.startDonation.token, 'Rosa');
    await dedicate(data.startDonation.token, 'Rosa Parks');
    expect(await myGift(data.startDonation.token)).toMatchObject({
      dedication: { kind: 'MEMORY', honouree: 'Rosa Parks' },
    });
  });

  test('a link that was changed opens nothing', async () => {
    expect(await myGift('AAAA')).toBeNull();
  });
});

describe('a retry', () => {
  test('with the same key is the same gift and the same page at Stripe, ten times at once', async () => {
    const campaign = await aCampaign(app.db);
    const input = aGiftInput(campaign.slug);
    const answers = await Promise.all(Array.from({ length: 10 }, () => donate(app, input)));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data.startDonation))).size).toBe(1);
    expect(await giftsOf(campaign.id)).toBe(1);
    expect(await sessionsOf(answers[0]!.data.startDonation.gift.id)).toHaveLength(1);
  });

  test('with the same key for something else is refused', async () => {
    const input = aGiftInput((await aCampaign(app.db)).slug);
    await donate(app, input);
    expect(refusal(await donate(app, { ...input, coverFee: true }))).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test.each(['drop_before', 'commit_then_drop', '500', '429', '409'] as const)(
    'goes on where Stripe left it: %s',
    async (fault) => {
      const campaign = await aCampaign(app.db);
      const input = aGiftInput(campaign.slug);
      // The SDK itself tries three times.
      for (let i = 0; i < 3; i += 1) stripe.faults.next('POST /v1/checkout/sessions', fault);
      expect(refusal(await donate(app, input))).toBe('PAYMENTS_UNAVAILABLE');
      stripe.faults.clear();
      const { gift, checkoutUrl } = (await donate(app, input)).data.startDonation;
      expect(await giftsOf(campaign.id)).toBe(1);
      await stripe.pay(checkoutUrl);
      expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'paid' });
      expect(await progressOf(app.db, campaign.id)).toEqual({ count: 1, raised: 5_000, agrees: true });
    },
  );
});

describe('what is refused', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['less than the smallest gift', { amount: { amountMinor: 99, currency: 'USD' } }, 'GIFT_TOO_SMALL'],
    ['nothing', { amount: { amountMinor: 0, currency: 'USD' } }, 'BAD_INPUT'],
    ['less than nothing', { amount: { amountMinor: -5_000, currency: 'USD' } }, 'BAD_INPUT'],
    ['another currency than the campaign’s', { amount: { amountMinor: 5_000, currency: 'EUR' } }, 'BAD_INPUT'],
    ['more than Stripe would charge', { amount: { amountMinor: 99_999_999_999, currency: 'USD' } }, 'BAD_INPUT'],
    ['no name', { name: ' ' }, 'BAD_INPUT'],
    ['an address for a name', { name: 'Confirm your account at http://evil.example' }, 'BAD_INPUT'],
    ['a page that is not there', { pageSlug: 'nobody' }, 'NOT_FOUND'],
    ['a campaign that is not there', { campaignSlug: 'nowhere' }, 'NOT_FOUND'],
    ['a key that is none', { idempotencyKey: 'two words' }, 'BAD_INPUT'],
  ])('%s', async (_, parts, code) => {
    const campaign = await aCampaign(app.db);
    expect(refusal(await donate(app, aGiftInput(campaign.slug, parts)))).toBe(code);
    expect(await giftsOf(campaign.id)).toBe(0);
  });

  test('a campaign that takes no gifts now, by its own calendar', async () => {
    // One in the morning in Los Angeles on the second, still the first for nobody else west of it.
    app.clock.set(new Date('2026-12-02T07:59:00Z'));
    const ended = await aCampaign(app.db, { endsOn: '2026-12-01' });
    const later = await aCampaign(app.db, { startsOn: '2026-12-02' });
    expect(refusal(await donate(app, aGiftInput(ended.slug)))).toBeNull();
    expect(refusal(await donate(app, aGiftInput(later.slug)))).toBe('CAMPAIGN_CLOSED');
    await stripe.clock.advance(120_000);
    expect(refusal(await donate(app, aGiftInput(ended.slug)))).toBe('CAMPAIGN_CLOSED');
    expect(refusal(await donate(app, aGiftInput(later.slug)))).toBeNull();
  });

  test.each(['paused', 'ended'] as const)('a %s campaign says so', async (status) => {
    const { slug } = await aCampaign(app.db, { status });
    expect(refusal(await donate(app, aGiftInput(slug)))).toBe('CAMPAIGN_CLOSED');
  });

  test.each(['unconfirmed', 'draft', 'in_review', 'refused'] as const)('a %s campaign is not there', async (status) => {
    const { slug } = await aCampaign(app.db, { status });
    expect(refusal(await donate(app, aGiftInput(slug)))).toBe('NOT_FOUND');
  });
});

describe('a card that is refused', () => {
  test('says why in words, and the donor may try again on the same page', async () => {
    const { slug } = await aCampaign(app.db);
    const { data } = await donate(app, aGiftInput(slug, { locale: 'ES' }));
    const { gift, checkoutUrl, token } = data.startDonation;
    expect((await stripe.pay(checkoutUrl, { card: 'insufficient_funds' })).status).toBe('declined');
    expect(await myGift(token)).toMatchObject({
      status: 'FAILED',
      failureCode: 'insufficient_funds',
      failureWords: 'No había suficiente dinero en la cuenta.',
      checkoutUrl,
    });
    await stripe.pay(checkoutUrl);
    expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'paid' });
    expect(await myGift(token)).toMatchObject({ status: 'PAID', failureCode: null, failureWords: null });
  });

  test('news that comes late does not undo a payment', async () => {
    const { data } = await donate(app, aGiftInput((await aCampaign(app.db)).slug));
    await stripe.pay(data.startDonation.checkoutUrl, { card: 'declined' });
    await stripe.pay(data.startDonation.checkoutUrl);
    for (const event of stripe.events()) {
      if (event.type !== 'payment_intent.payment_failed') continue;
      await app.db.query('DELETE FROM fundraising.stripe_event WHERE id = $1', [event.id]);
      await stripe.webhooks.resend(event);
    }
    expect(await giftFacts(app.db, data.startDonation.gift.id)).toMatchObject({ status: 'paid' });
  });
});

describe('a gift nobody pays', () => {
  test('expires with its page at Stripe', async () => {
    const { data } = await donate(app, aGiftInput((await aCampaign(app.db)).slug));
    await stripe.clock.advance(hours(25));
    expect(await myGift(data.startDonation.token)).toMatchObject({ status: 'EXPIRED', checkoutUrl: null });
  });

  test('expires by the sweep when no webhook said so, and one that was paid is found', async () => {
    const slug = (await aCampaign(app.db)).slug;
    const unpaid = (await donate(app, aGiftInput(slug))).data.startDonation;
    const paid = (await donate(app, aGiftInput(slug))).data.startDonation;
    stripe.webhooks.mode({ lose: 1 });
    await stripe.pay(paid.checkoutUrl);
    await stripe.clock.advance(hours(26));
    await app.runJob('expire-gifts');
    expect(await giftFacts(app.db, unpaid.gift.id)).toMatchObject({ status: 'expired' });
    expect(await giftFacts(app.db, paid.gift.id)).toMatchObject({ status: 'paid' });
    stripe.webhooks.mode({});
  });
});

test('a recurring gift is made together with its first payment, and a subscription at Stripe', async () => {
  const { slug } = await aCampaign(app.db);
  const { data } = await donate(app, aGiftInput(slug, { frequency: 'MONTHLY', coverFee: true }));
  expect(data.startDonation.gift).toMatchObject({ frequency: 'MONTHLY', charged: { amountMinor: 5_180 } });
  const [recurringGift] = await app.db.query<{ id: string }>(
    'SELECT id, status FROM fundraising.recurring_gift WHERE first_gift_id = $1 AND charged_minor = 5180',
    [data.startDonation.gift.id],
  );
  expect(recurringGift).toMatchObject({ status: 'pending' });
  const [session] = await sessionsOf(data.startDonation.gift.id);
  expect(session).toMatchObject({ mode: 'subscription' });
  expect(await myGift(data.startDonation.token)).toMatchObject({ frequency: 'MONTHLY' });
});

test('an address that gives too often in a minute waits', async () => {
  const strict = await startAppWithStripe({ config: { GIFTS_PER_MINUTE: '3', GIFTS_PER_EMAIL_HOUR: '2' } });
  try {
    const { slug } = await aCampaign(strict.app.db);
    const ask = (email: string) => donate(strict.app, aGiftInput(slug, { email }));
    const email = `${randomUUID()}@example.org`;
    expect(refusal(await ask(email))).toBeNull();
    expect(refusal(await ask(email))).toBeNull();
    expect(refusal(await ask(email.toUpperCase()))).toBe('TOO_MANY_TRIES');
    expect(refusal(await ask('another@example.org'))).toBe('TOO_MANY_TRIES');
  } finally {
    await strict.close();
  }
});
