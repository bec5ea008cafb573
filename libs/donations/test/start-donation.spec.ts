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
        status intended { amountMinor } charged { amountMinor } returned { amountMinor } paidAt failureCode failureMessage
        campaignSlug checkoutUrl recurringGiftToken emailMasked frequency dedication { kind honoree }
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
  test('starts on our page, is paid at Stripe, and counts as paid only after the webhook', async () => {
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
    const payAnswer = await stripe.pay(checkoutUrl);
    expect(payAnswer.url).toBe(`${app.config.PUBLIC_URL}/thanks/${token}?from=payment`);
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
    // Names from imports or older forms.
    [{ display: 'FULL_NAME', kept: 'Win at www.casino.example' }, null],
    [{ kept: 'nora@example.org' }, null],
  ])('with %j shows the public name %s', async ({ kept: keptName, ...choice }, shownName) => {
    const { slug, id } = await give(app, stripe, { name: 'Nora Isabel Nameless', ...choice });
    if (keptName) await app.db.query('UPDATE fundraising.gift SET name = $2 WHERE id = $1', [id, keptName]);
    const { data } = await app.graphql<{
      campaign: { recentGifts: Array<{ name: string | null }> };
      campaignGifts: { edges: Array<{ node: { name: string | null } }> };
    }>(
      `query ($slug: String!) {
        campaign(slug: $slug) { recentGifts { name } } campaignGifts(slug: $slug) { edges { node { name } } }
      }`,
      { slug },
    );
    expect(data.campaign.recentGifts).toEqual([{ name: shownName }]);
    expect(data.campaignGifts.edges).toEqual([{ node: { name: shownName } }]);
  });

  test('returns the entered data of an unpaid gift only with the key of its form', async () => {
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

  test('to a team or personal page counts there too', async () => {
    const page = await aPage(app.db);
    const [row] = await app.db.query<{ slug: string }>('SELECT slug FROM fundraising.campaign WHERE id = $1', [
      page.campaignId,
    ]);
    await give(app, stripe, { campaignSlug: row!.slug, pageSlug: page.slug });
    expect(await progressOf(app.db, page.id)).toEqual({ count: 1, raised: 5_000, agrees: true });
  });

  test('can be dedicated before and after the payment', async () => {
    const dedicate = (token: string, honoree: string) =>
      app.graphql(`mutation ($input: DedicateGiftInput!) { dedicateGift(input: $input) { dedication { honoree } } }`, {
        input: { token, kind: 'MEMORY', honoree },
      });
    const { data } = await donate(app, aGiftInput((await aCampaign(app.db)).slug));
    await dedicate(data.startDonation.token, 'R.');
    expect(await myGift(data.startDonation.token)).toMatchObject({ dedication: { honoree: 'R.' } });
    await stripe.pay(data.startDonation.checkoutUrl);
    await dedicate(data.startDonation.token, 'Rosa');
    await dedicate(data.startDonation.token, 'Rosa Parks');
    expect(await myGift(data.startDonation.token)).toMatchObject({
      dedication: { kind: 'MEMORY', honoree: 'Rosa Parks' },
    });
  });

  test('is not returned for a modified link', async () => {
    expect(await myGift('AAAA')).toBeNull();
  });
});

describe('a retry', () => {
  test('with the same key returns the same gift and payment page, ten times concurrently', async () => {
    const campaign = await aCampaign(app.db);
    const input = aGiftInput(campaign.slug);
    const answers = await Promise.all(Array.from({ length: 10 }, () => donate(app, input)));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data.startDonation))).size).toBe(1);
    expect(await giftsOf(campaign.id)).toBe(1);
    expect(await sessionsOf(answers[0]!.data.startDonation.gift.id)).toHaveLength(1);
  });

  test('with the same key and different input is rejected', async () => {
    const input = aGiftInput((await aCampaign(app.db)).slug);
    await donate(app, input);
    expect(refusal(await donate(app, { ...input, coverFee: true }))).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test.each(['drop_before', 'commit_then_drop', '500', '429', '409'] as const)(
    'resumes after a Stripe fault: %s',
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

describe('an invalid gift', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['less than the minimum', { amount: { amountMinor: 99, currency: 'USD' } }, 'GIFT_TOO_SMALL'],
    ['an amount of zero', { amount: { amountMinor: 0, currency: 'USD' } }, 'BAD_INPUT'],
    ['a negative amount', { amount: { amountMinor: -5_000, currency: 'USD' } }, 'BAD_INPUT'],
    ['a different currency from the campaign', { amount: { amountMinor: 5_000, currency: 'EUR' } }, 'BAD_INPUT'],
    ['more than Stripe accepts', { amount: { amountMinor: 99_999_999_999, currency: 'USD' } }, 'BAD_INPUT'],
    ['no name', { name: ' ' }, 'BAD_INPUT'],
    ['a URL as the name', { name: 'Confirm your account at http://evil.example' }, 'BAD_INPUT'],
    ['an unknown page', { pageSlug: 'nobody' }, 'NOT_FOUND'],
    ['an unknown campaign', { campaignSlug: 'nowhere' }, 'NOT_FOUND'],
    ['an invalid key', { idempotencyKey: 'two words' }, 'BAD_INPUT'],
  ])('is rejected: %s', async (_, parts, code) => {
    const campaign = await aCampaign(app.db);
    expect(refusal(await donate(app, aGiftInput(campaign.slug, parts)))).toBe(code);
    expect(await giftsOf(campaign.id)).toBe(0);
  });

  test("is rejected outside the campaign's dates in its own time zone", async () => {
    // 11:59 p.m. on December 1 in Los Angeles.
    app.clock.set(new Date('2026-12-02T07:59:00Z'));
    const endedCampaign = await aCampaign(app.db, { endsOn: '2026-12-01' });
    const later = await aCampaign(app.db, { startsOn: '2026-12-02' });
    expect(refusal(await donate(app, aGiftInput(endedCampaign.slug)))).toBeNull();
    expect(refusal(await donate(app, aGiftInput(later.slug)))).toBe('CAMPAIGN_CLOSED');
    await stripe.clock.advance(120_000);
    expect(refusal(await donate(app, aGiftInput(endedCampaign.slug)))).toBe('CAMPAIGN_CLOSED');
    expect(refusal(await donate(app, aGiftInput(later.slug)))).toBeNull();
  });

  test.each(['paused', 'ended'] as const)('to a %s campaign is rejected as closed', async (status) => {
    const { slug } = await aCampaign(app.db, { status });
    expect(refusal(await donate(app, aGiftInput(slug)))).toBe('CAMPAIGN_CLOSED');
  });

  test.each(['unconfirmed', 'draft', 'in_review', 'refused'] as const)(
    'to a %s campaign is rejected as not found',
    async (status) => {
      const { slug } = await aCampaign(app.db, { status });
      expect(refusal(await donate(app, aGiftInput(slug)))).toBe('NOT_FOUND');
    },
  );
});

describe('a declined card', () => {
  test('is explained in words, and the donor can retry on the same page', async () => {
    const { slug } = await aCampaign(app.db);
    const { data } = await donate(app, aGiftInput(slug, { locale: 'ES' }));
    const { gift, checkoutUrl, token } = data.startDonation;
    expect((await stripe.pay(checkoutUrl, { card: 'insufficient_funds' })).status).toBe('declined');
    expect(await myGift(token)).toMatchObject({
      status: 'FAILED',
      failureCode: 'insufficient_funds',
      failureMessage: 'No había suficiente dinero en la cuenta.',
      checkoutUrl,
    });
    await stripe.pay(checkoutUrl);
    expect(await giftFacts(app.db, gift.id)).toMatchObject({ status: 'paid' });
    expect(await myGift(token)).toMatchObject({ status: 'PAID', failureCode: null, failureMessage: null });
  });

  test('does not undo a later payment if its event arrives late', async () => {
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

describe('an unpaid gift', () => {
  test('expires with its payment page', async () => {
    const { data } = await donate(app, aGiftInput((await aCampaign(app.db)).slug));
    await stripe.clock.advance(hours(25));
    expect(await myGift(data.startDonation.token)).toMatchObject({ status: 'EXPIRED', checkoutUrl: null });
    const input = { token: data.startDonation.token, kind: 'MEMORY', honoree: 'Rosa' };
    const dedicated = await app.graphql(
      `mutation ($input: DedicateGiftInput!) { dedicateGift(input: $input) { dedication { honoree } } }`,
      { input },
    );
    expect(refusal(dedicated)).toBe('GIFT_NOT_PAID');
  });

  test('expires by the job if the webhook was lost, while a paid one is booked', async () => {
    const slug = (await aCampaign(app.db)).slug;
    const unpaid = (await donate(app, aGiftInput(slug))).data.startDonation;
    const startedGift = (await donate(app, aGiftInput(slug))).data.startDonation;
    stripe.webhooks.mode({ lose: 1 });
    await stripe.pay(startedGift.checkoutUrl);
    await stripe.clock.advance(hours(26));
    await app.runJob('expire-gifts');
    expect(await giftFacts(app.db, unpaid.gift.id)).toMatchObject({ status: 'expired' });
    expect(await giftFacts(app.db, startedGift.gift.id)).toMatchObject({ status: 'paid' });
    stripe.webhooks.mode({});
  });
});

test('creates a recurring gift with its first payment and a Stripe subscription', async () => {
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

test('limits the number of gifts per network and per email address', async () => {
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
