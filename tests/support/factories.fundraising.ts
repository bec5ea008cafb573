import type { Database } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { aChapter } from './factories.js';

/** All properties are optional; missing parents are created. */

export interface BeneficiaryParts {
  kind?: 'own' | 'partner';
  name?: string;
}

/** Returns the organization itself (one row, created on first use), or a partner without documents. */
export async function aBeneficiary(db: Database, beneficiary: BeneficiaryParts = {}): Promise<{ id: string }> {
  const kind = beneficiary.kind ?? 'own';
  const [row] = await db.query<{ id: string }>(
    `INSERT INTO fundraising.beneficiary (kind, name, registration_number, created_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (kind) WHERE kind = 'own' DO UPDATE SET name = beneficiary.name RETURNING id`,
    [
      kind,
      beneficiary.name ?? (kind === 'own' ? "Women's Rights Group" : 'Harbor House'),
      kind === 'own' ? null : 'CT-0123456',
      new Date(),
    ],
  );
  return { id: row!.id };
}

export interface CampaignParts {
  /** Null for a campaign of the whole organization, as started by supporters. */
  chapterId?: string | null;
  beneficiaryId?: string;
  title?: string;
  summary?: string;
  story?: string;
  language?: 'en' | 'es';
  goalMinor?: number;
  currency?: string;
  timeZone?: string;
  startsOn?: string | null;
  endsOn?: string | null;
  status?: 'unconfirmed' | 'draft' | 'in_review' | 'changes_requested' | 'refused' | 'live' | 'paused' | 'ended';
  organizerName?: string;
  organizerEmail?: string;
  organizerAccountId?: string | null;
  /** Started by a supporter with a personal link instead of an account. */
  bySupporter?: boolean;
  now?: Date;
}

/** Live by default. */
export async function aCampaign(
  db: Database,
  campaign: CampaignParts = {},
): Promise<{ id: string; slug: string; chapterId: string | null; beneficiaryId: string; currency: string }> {
  const chapterId = campaign.chapterId === undefined ? (await aChapter(db)).id : campaign.chapterId;
  const beneficiaryId = campaign.beneficiaryId ?? (await aBeneficiary(db)).id;
  const slug = `campaign-${randomUUID().slice(0, 12)}`;
  const now = campaign.now ?? new Date();
  const status = campaign.status ?? 'live';
  const currency = campaign.currency ?? 'USD';
  const wasPublic = ['live', 'paused', 'ended'].includes(status);
  const [row] = await db.query<{ id: string }>(
    `INSERT INTO fundraising.campaign (slug, chapter_id, beneficiary_id, title, summary, story, language, goal_minor,
       currency, time_zone, starts_on, ends_on, status, organizer_name, organizer_email, organizer_account_id,
       by_supporter, submitted_at, published_at, ended_at, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $21)
     RETURNING id`,
    [
      slug,
      chapterId,
      beneficiaryId,
      campaign.title ?? 'Beds for the spring',
      campaign.summary ?? 'Twelve beds in a house that is safe.',
      campaign.story ?? 'A bed is **where it starts**.',
      campaign.language ?? 'en',
      campaign.goalMinor ?? 500_000,
      currency,
      campaign.timeZone ?? 'America/Los_Angeles',
      campaign.startsOn ?? null,
      campaign.endsOn ?? null,
      status,
      campaign.organizerName ?? 'Rosa Delgado',
      campaign.organizerEmail ?? 'rosa@example.org',
      campaign.organizerAccountId ?? null,
      campaign.bySupporter ?? false,
      ['unconfirmed', 'draft'].includes(status) ? null : now,
      wasPublic ? now : null,
      status === 'ended' ? now : null,
      now,
    ],
  );
  return { id: row!.id, slug, chapterId, beneficiaryId, currency };
}

export interface PageParts {
  campaignId?: string;
  campaign?: CampaignParts;
  teamId?: string | null;
  kind?: 'team' | 'personal';
  title?: string;
  goalMinor?: number | null;
  ownerName?: string;
  ownerEmail?: string;
  status?: 'unconfirmed' | 'in_review' | 'live' | 'hidden';
  now?: Date;
}

/** Live by default. */
export async function aPage(
  db: Database,
  page: PageParts = {},
): Promise<{ id: string; slug: string; campaignId: string }> {
  const campaignId = page.campaignId ?? (await aCampaign(db, page.campaign)).id;
  const slug = `page-${randomUUID().slice(0, 8)}`;
  const [row] = await db.query<{ id: string }>(
    `INSERT INTO fundraising.page (campaign_id, team_id, kind, slug, title, story, goal_minor, owner_name, owner_email,
       status, created_at)
     VALUES ($1, $2, $3, $4, $5, 'I run for the beds.', $6, $7, $8, $9, $10) RETURNING id`,
    [
      campaignId,
      page.teamId ?? null,
      page.kind ?? 'personal',
      slug,
      page.title ?? 'Ten miles for beds',
      page.goalMinor === undefined ? 50_000 : page.goalMinor,
      page.ownerName ?? 'Mina Park',
      page.ownerEmail ?? 'mina@example.org',
      page.status ?? 'live',
      page.now ?? new Date(),
    ],
  );
  return { id: row!.id, slug, campaignId };
}

export interface PaidGiftParts {
  campaignId?: string;
  campaign?: CampaignParts;
  pageId?: string | null;
  name?: string;
  email?: string;
  anonymous?: boolean;
  shownAs?: 'full_name' | 'short_name';
  message?: string;
  locale?: 'en' | 'es';
  updatesWanted?: boolean;
  method?: 'stripe' | 'cash' | 'cheque' | 'bank';
  intendedMinor?: number;
  coverMinor?: number;
  /** Stripe's fee; null if not known yet. By default 2.9 % + 30. */
  feeMinor?: number | null;
  goodsValueMinor?: number;
  goodsDescription?: string;
  paidAt?: Date;
}

export interface PaidGift {
  id: string;
  campaignId: string;
  donorId: string;
  chargeId: string | null;
  paymentIntentId: string | null;
  email: string;
}

export async function aPaidGift(db: Database, gift: PaidGiftParts = {}): Promise<PaidGift> {
  const campaignId = gift.campaignId ?? (await aCampaign(db, gift.campaign)).id;
  const email = gift.email ?? `${randomUUID()}@example.org`;
  const paidAt = gift.paidAt ?? new Date();
  const isByCard = (gift.method ?? 'stripe') === 'stripe';
  const intended = gift.intendedMinor ?? 5_000;
  const charged = intended + (gift.coverMinor ?? 0);
  const fee = isByCard ? (gift.feeMinor === undefined ? usualFee(charged) : gift.feeMinor) : null;
  const [donor] = await db.query<{ id: string }>(
    `INSERT INTO fundraising.donor (email, locale, created_at) VALUES ($1, $2, $3)
     ON CONFLICT (email) DO UPDATE SET locale = excluded.locale RETURNING id`,
    [email, gift.locale ?? 'en', paidAt],
  );
  const externalId = randomUUID().replaceAll('-', '').slice(0, 24);
  const [row] = await db.query<{ id: string; currency: string }>(
    `INSERT INTO fundraising.gift (campaign_id, page_id, donor_id, name, anonymous, message, locale, updates_wanted,
       method, source, status, currency, intended_minor, cover_minor, charged_minor, fee_minor, payment_intent_id,
       charge_id, goods_value_minor, goods_description, created_at, paid_at, shown_as)
     SELECT c.id, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'paid', c.currency, $11, $12, $13, $14, $15, $16, $17, $18, $19,
       $20, $21
     FROM fundraising.campaign c WHERE c.id = $1 RETURNING id, currency`,
    [
      campaignId,
      gift.pageId ?? null,
      donor!.id,
      gift.name ?? 'Ana Reyes',
      gift.anonymous ?? false,
      gift.message ?? '',
      gift.locale ?? 'en',
      gift.updatesWanted ?? false,
      gift.method ?? 'stripe',
      isByCard ? 'site' : 'offline',
      intended,
      gift.coverMinor ?? 0,
      charged,
      fee,
      isByCard ? `pi_${externalId}` : null,
      isByCard ? `ch_${externalId}` : null,
      gift.goodsValueMinor ?? 0,
      gift.goodsDescription ?? '',
      paidAt,
      paidAt,
      gift.shownAs ?? 'full_name',
    ],
  );
  const { id, currency } = row!;
  const coverMinor = gift.coverMinor ?? 0;
  const money = isByCard ? 'stripe-balance' : gift.method === 'bank' ? 'bank' : 'offline-cash';
  await postAll(db, paidAt, [
    {
      kind: isByCard ? 'charge' : 'offline-gift',
      ref: isByCard ? `charge:ch_${externalId}` : `offline-gift:${id}`,
      subject: id,
      postings: [
        { kind: money, owner: null, amount: charged },
        { kind: 'fund', owner: campaignId, amount: -intended },
        { kind: 'fee-cover', owner: campaignId, amount: -coverMinor },
      ].map((posting) => ({ ...posting, currency })),
    },
    {
      kind: 'fee',
      ref: `fee:txn_${externalId}`,
      subject: id,
      postings: [
        { kind: 'processing-fees', owner: campaignId, amount: fee ?? 0 },
        { kind: 'stripe-balance', owner: null, amount: -(fee ?? 0) },
      ].map((posting) => ({ ...posting, currency })),
    },
  ]);
  await db.query(
    `INSERT INTO fundraising.progress (owner_id, gift_count, intended_minor)
     SELECT owner, 1, $2 FROM unnest($1::uuid[]) AS owner
     ON CONFLICT (owner_id) DO UPDATE SET gift_count = progress.gift_count + 1,
       intended_minor = progress.intended_minor + excluded.intended_minor`,
    [gift.pageId ? [campaignId, gift.pageId] : [campaignId], intended],
  );
  await db.query(
    'UPDATE fundraising.campaign SET first_gift_at = least(coalesce(first_gift_at, $2), $2) WHERE id = $1',
    [campaignId, paidAt],
  );
  return {
    id,
    campaignId,
    donorId: donor!.id,
    chargeId: isByCard ? `ch_${externalId}` : null,
    paymentIntentId: isByCard ? `pi_${externalId}` : null,
    email,
  };
}

export interface PostedGift {
  kind: string;
  ref: string;
  subject: string | null;
  postings: Array<{ kind: string; owner: string | null; currency: string; amount: number }>;
}

/** Posts transactions like the product does. Zero postings are omitted. */
export async function postAll(db: Database, at: Date, transactions: readonly PostedGift[]): Promise<void> {
  const items = transactions
    .map((transaction, ord) => ({
      ...transaction,
      ord,
      happened: at,
      postings: transaction.postings.filter(({ amount }) => amount !== 0),
    }))
    .filter(({ postings }) => postings.length > 0);
  await db.query('SELECT * FROM ledger.post_transactions($1::jsonb, $2)', [JSON.stringify(items), at]);
}

/** Returns the card fee at 2.9 % + 30, rounded to minor units. */
export function usualFee(chargedMinor: number): number {
  return Math.floor((chargedMinor * 29 + 500) / 1000) + 30;
}
