import type { TestApp } from '../../support/app.js';
import { aChapter } from '../../support/factories.js';
import { aBeneficiary, aCampaign, aPage, aPaidGift, type PaidGift } from '../../support/factories.fundraising.js';

export interface MoneyDesk {
  chapterId: string;
  live: { id: string; slug: string };
  inReview: { id: string };
  ended: { id: string };
  partner: { id: string };
  gifts: PaidGift[];
  poolId: string;
  recurringGiftId: string;
  payoutId: string;
}

const day = 86_400_000;

const donors = [
  ['Ana Reyes', 'For every girl who waits.'],
  ['Marcus Chen', ''],
  ['Grace Okafor', 'In memory of my sister.'],
  ['Lucía Hernández', 'Gracias por lo que hacen.'],
  ['Ben Kowalski', ''],
  ['A donor with a name that is a good deal longer than most', ''],
] as const;

export async function aMoneyDesk(app: TestApp): Promise<MoneyDesk> {
  const { db } = app;
  const now = app.clock.now();
  const daysAgo = (days: number) => new Date(now.valueOf() - days * day);
  const chapter = await aChapter(db, { name: 'Los Angeles' });
  await aChapter(db, { name: 'San Diego' });
  const partner = await aBeneficiary(db, { kind: 'partner', name: 'Harbor House' });
  const live = await aCampaign(db, {
    chapterId: chapter.id,
    title: 'Safe rooms for forty nights',
    summary: 'Forty nights in a room with a lock, breakfast and somebody who listens.',
    story:
      'A room with a lock is **where it starts**.\n\n- one night costs 84 dollars\n- forty nights carry somebody to a flat of her own',
    goalMinor: 1_250_000,
    endsOn: '2027-03-31',
    now: daysAgo(100),
  });
  const inReview = await aCampaign(db, {
    chapterId: null,
    title: 'Run for Maya',
    status: 'in_review',
    now: daysAgo(2),
  });
  const ended = await aCampaign(db, {
    chapterId: chapter.id,
    title: 'Winter coats',
    status: 'ended',
    now: daysAgo(200),
  });
  await aCampaign(db, { chapterId: chapter.id, title: 'Legal fund', status: 'paused', now: daysAgo(40) });
  await aCampaign(db, { chapterId: chapter.id, title: 'Spring gala', status: 'draft', now: daysAgo(1) });
  await aCampaign(db, { chapterId: chapter.id, title: 'Bake sale', status: 'changes_requested', now: daysAgo(5) });
  const page = await aPage(db, { campaignId: live.id, kind: 'team', title: 'Westside runners', now: daysAgo(60) });
  await aPage(db, { campaignId: live.id, title: 'Ten miles for rooms', teamId: page.id, status: 'in_review' });

  const gifts: PaidGift[] = [];
  for (let number = 0; number < 36; number += 1) {
    const [name, message] = donors[number % donors.length]!;
    gifts.push(
      await aPaidGift(db, {
        campaignId: number % 9 === 8 ? ended.id : live.id,
        pageId: number % 7 === 3 && number % 9 !== 8 ? page.id : null,
        name,
        message,
        anonymous: number % 5 === 2,
        email: `donor${number % 11}@example.org`,
        intendedMinor: [2500, 5000, 10_000, 84_00, 15_000, 50_000][(number * 5) % 6]!,
        coverMinor: number % 3 === 0 ? 180 : 0,
        method: number % 12 === 7 ? 'cheque' : 'stripe',
        feeMinor: undefined,
        paidAt: daysAgo(96 - number * 2.6),
      }),
    );
  }
  const allRecords = { ...(await rows(app, { live, chapter, partner, gifts, daysAgo })) };
  return { chapterId: chapter.id, live, inReview, ended, partner, gifts, ...allRecords };
}

interface CreatedRecords {
  live: { id: string };
  chapter: { id: string };
  partner: { id: string };
  gifts: PaidGift[];
  daysAgo: (days: number) => Date;
}

/** Inserts rows that no factory covers, as the product writes them. */
async function rows(
  app: TestApp,
  { live, gifts, daysAgo }: CreatedRecords,
): Promise<{ poolId: string; recurringGiftId: string; payoutId: string }> {
  const { db } = app;
  const now = app.clock.now();
  const other = await app.signedIn({ role: 'finance', name: 'Priya Nair', email: 'priya@example.org' });
  const idOf = async (sql: string, params: unknown[]): Promise<string> =>
    (await db.query<{ id: string }>(sql, params))[0]!.id;

  await db.query(
    `INSERT INTO fundraising.campaign_status_change (campaign_id, from_status, to_status, note, account_id, at) VALUES
       ($1, NULL, 'draft', '', $2, $3), ($1, 'draft', 'in_review', '', $2, $4), ($1, 'in_review', 'live', '', $2, $5)`,
    [live.id, other.accountId, daysAgo(104), daysAgo(102), daysAgo(100)],
  );
  await db.query(
    `INSERT INTO fundraising.update (campaign_id, title, body, author_name, status, written_at, published_at, mailed_at,
       mailed_to)
     VALUES ($1, 'Twelve nights so far', 'Twelve nights are **paid**. Thank you.', 'Rosa Delgado', 'published', $2, $2, $2, 9)`,
    [live.id, daysAgo(20)],
  );
  await db.query(
    `INSERT INTO fundraising.refund (gift_id, amount_minor, intended_minor, reason, note, status, requested_by,
       requested_at)
     VALUES ($1, 50000, 50000, 'requested_by_donor', 'Gave from the wrong account.', 'proposed', $2, $3)`,
    [gifts[1]!.id, other.accountId, daysAgo(1)],
  );
  await db.query(
    `INSERT INTO fundraising.dispute (gift_id, stripe_dispute_id, amount_minor, fee_minor, reason, status,
       evidence_due_at, opened_at)
     VALUES ($1, 'dp_one', 10180, 1500, 'fraudulent', 'needs_response', $2, $3),
       ($4, 'dp_two', 2500, 1500, 'duplicate', 'won', NULL, $3)`,
    [gifts[12]!.id, new Date(now.valueOf() + 5 * day), daysAgo(4), gifts[0]!.id],
  );
  await db.query(
    `INSERT INTO fundraising.fraud_warning (stripe_warning_id, gift_id, fraud_type, warned_at)
     VALUES ('issfr_one', $1, 'made_with_stolen_card', $2)`,
    [gifts[3]!.id, daysAgo(2)],
  );
  await db.query(
    `INSERT INTO fundraising.disbursement (campaign_id, beneficiary_id, amount_minor, currency, paid_on, reference,
       status, recorded_by, recorded_at, decided_by, decided_at, refusal_note)
     SELECT $1, beneficiary_id, 40000, 'USD', $3::date, 'Wire 4471', 'proposed', $2, $4, NULL::uuid, NULL::timestamptz, NULL
     FROM fundraising.campaign WHERE id = $1`,
    [live.id, other.accountId, daysAgo(1).toISOString().slice(0, 10), daysAgo(1)],
  );
  const poolId = await idOf(
    `INSERT INTO fundraising.matching_pool (campaign_id, sponsor_name, ratio_percent, cap_minor, per_gift_cap_minor,
       currency, matched_minor, received_minor, starts_at, ends_at, created_at)
     VALUES ($1, 'Pacific Credit Union', 100, 500000, 25000, 'USD', 180000, 0, $2, $3, $2) RETURNING id`,
    [live.id, daysAgo(30), new Date(now.valueOf() + 40 * day)],
  );
  const recurringGiftId = await idOf(
    `INSERT INTO fundraising.recurring_gift (campaign_id, donor_id, name, currency, intended_minor, cover_minor, charged_minor,
       status, stripe_subscription_id, next_charge_at, started_at, created_at)
     VALUES ($1, $2, 'Grace Okafor', 'USD', 2500, 106, 2606, 'active', 'sub_one', $3, $4, $4) RETURNING id`,
    [live.id, gifts[2]!.donorId, new Date(now.valueOf() + 12 * day), daysAgo(50)],
  );
  await db.query(
    `INSERT INTO fundraising.pledge (campaign_id, name, email, amount_minor, currency, due_on, status, note, recorded_by,
       recorded_at)
     VALUES ($1, 'Eastside Rotary', 'rotary@example.org', 100000, 'USD', $2::date, 'open', 'Promised at the gala.', $3, $4)`,
    [live.id, daysAgo(3).toISOString().slice(0, 10), other.accountId, daysAgo(30)],
  );
  const payoutId = await idOf(
    `INSERT INTO fundraising.payout (stripe_payout_id, amount_minor, currency, status, arrives_on, automatic, tied,
       transactions_net_minor, transactions, created_at)
     VALUES ('po_one', 48755, 'USD', 'paid', $1::date, true, true, 48755, 2, $2) RETURNING id`,
    [daysAgo(6).toISOString().slice(0, 10), daysAgo(8)],
  );
  await db.query(
    `INSERT INTO fundraising.balance_transaction (id, type, source_id, payout_id, gift_id, amount_minor, fee_minor,
       net_minor, currency, available_on, created_at)
     VALUES ('txn_one', 'charge', $3, $1, $2, 50000, 1480, 48520, 'USD', $5, $4),
       ('txn_two', 'charge', 'ch_other', $1, NULL, 250, 15, 235, 'USD', $5, $4)`,
    [payoutId, gifts[13]!.id, gifts[13]!.chargeId, daysAgo(10), daysAgo(8)],
  );
  await db.query(
    `INSERT INTO fundraising.discrepancy (kind, about, expected_minor, found_minor, currency, found_at)
     VALUES ('charge-without-gift', 'charge:ch_other', NULL, 250, 'USD', $1)`,
    [daysAgo(9)],
  );
  return { poolId, recurringGiftId, payoutId };
}
