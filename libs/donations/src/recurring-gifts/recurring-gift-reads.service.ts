import { Injectable } from '@nestjs/common';
import { joinCampaign, type Gift } from '@upstander/accounting';
import { Access, type Actor } from '@upstander/identity';
import { amountsOf, summedList, type SummedPage } from '@upstander/ledger';
import { selectList, Config, Database, isUuid, notFound, SignedIds, Values } from '@upstander/platform';
import { failureMessage } from '../gifts/failure-words.js';
import type {
  ManagedRecurringGift,
  ManagedRecurringGiftConnection,
  RecurringGiftFilter,
  RecurringGiftSort,
} from './managed-recurring-gift.js';
import type { MyRecurringGift } from './my-recurring-gift.js';
import { RecurringGift, stopRequested } from './recurring-gift.entity.js';

interface Month extends Pick<Gift, 'id' | 'status' | 'intendedMinor' | 'chargedMinor' | 'tokenVersion'> {
  currency: string;
  paidAt: string | null;
}

const months = `(
    SELECT coalesce(json_agg(json_build_object('id', g.id, 'status', g.status, 'currency', g.currency,
      'intendedMinor', g.intended_minor::text, 'chargedMinor', g.charged_minor::text, 'paidAt', g.paid_at,
      'tokenVersion', g.token_version) ORDER BY g.created_at DESC, g.id DESC), '[]')
    FROM (SELECT * FROM fundraising.gift WHERE recurring_gift_id = p.id ORDER BY created_at DESC, id DESC LIMIT 12) g
  ) AS gifts`;
const amounts = selectList(RecurringGift, 'p', ['currency', 'intendedMinor', 'coverMinor', 'chargedMinor']);

type MyRecurringGiftRecord = Omit<
  MyRecurringGift,
  'intended' | 'cover' | 'charged' | 'token' | 'failureMessage' | 'campaignUrl' | 'gifts'
> & { slug: string; gifts: Month[] };

const selectOwn = `SELECT ${selectList(RecurringGift, 'p', 'owner')}, ${amounts}, ${selectList(RecurringGift, 'p', ['locale', 'tokenVersion'])},
    ${stopRequested} AS "stopRequested", c.title AS "campaignTitle", c.time_zone AS "timeZone", c.slug, ${months}
  FROM fundraising.recurring_gift p ${joinCampaign('p')}`;

type ManagedRecurringGiftRecord = Omit<
  ManagedRecurringGift,
  'intended' | 'cover' | 'charged' | 'totalGiven' | 'gifts'
> & {
  totalGivenMinor: string;
  gifts: Month[];
};

const managedColumns = `${selectList(RecurringGift, 'p', 'staff')}, ${amounts}, ${stopRequested} AS "stopRequested", d.email,
  c.title AS "campaignTitle",
  (SELECT count(*)::integer FROM fundraising.gift g WHERE g.recurring_gift_id = p.id AND g.paid_at IS NOT NULL) AS "giftCount",
  (
    SELECT coalesce(sum(g.intended_minor), 0)::text FROM fundraising.gift g
    WHERE g.recurring_gift_id = p.id AND g.paid_at IS NOT NULL
  ) AS "totalGivenMinor",
  ${months}`;
const managedSource = `fundraising.recurring_gift p ${joinCampaign('p')}
  JOIN fundraising.donor d ON d.id = p.donor_id`;

@Injectable()
export class RecurringGiftReads {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly access: Access,
    private readonly signedIds: SignedIds,
  ) {}

  /** Returns null if the link is invalid. */
  async byToken(token: string): Promise<MyRecurringGift | null> {
    const link = this.signedIds.verify('recurring-gift', token);
    if (!link) return null;
    const [recurringGift] = await this.findMine('p.id = $1 AND p.token_version = $2', [link.id, link.version]);
    return recurringGift ?? null;
  }

  /** The caller must have verified the donor's link. */
  findByDonor(donorId: string): Promise<MyRecurringGift[]> {
    return this.findMine(`p.donor_id = $1 AND p.status <> 'expired' ORDER BY p.created_at DESC, p.id LIMIT 50`, [
      donorId,
    ]);
  }

  async manage(
    actor: Actor,
    filter: RecurringGiftFilter,
    sort: RecurringGiftSort,
    page: SummedPage,
  ): Promise<ManagedRecurringGiftConnection> {
    const values = new Values();
    return summedList<ManagedRecurringGiftRecord, ManagedRecurringGift>(
      this.db,
      {
        columns: managedColumns,
        from: managedSource,
        amount: 'p.intended_minor',
        currency: 'p.currency',
        conditions: conditionsOf(this.access.chaptersOf(actor, 'recurring-gift:read'), filter, values),
        values,
        by: { 'p.created_at': 'timestamptz', 'p.id': 'uuid' },
        direction: sort === 'newest' ? 'DESC' : 'ASC',
        page,
      },
      managedRecurringGiftFrom,
    );
  }

  async findManaged(actor: Actor, id: string): Promise<ManagedRecurringGift> {
    await this.access.require(actor, 'recurring-gift:read', [id], 'This recurring gift');
    return this.byId(id);
  }

  async byId(id: string): Promise<ManagedRecurringGift> {
    if (!isUuid(id)) throw notFound('This recurring gift');
    const [row] = await this.db.query<ManagedRecurringGiftRecord>(
      `SELECT ${managedColumns} FROM ${managedSource} WHERE p.id = $1`,
      [id],
    );
    if (!row) throw notFound('This recurring gift');
    return managedRecurringGiftFrom(row);
  }

  private async findMine(condition: string, values: unknown[]): Promise<MyRecurringGift[]> {
    const rows = await this.db.query<MyRecurringGiftRecord>(`${selectOwn} WHERE ${condition}`, values);
    return rows.map((row) => this.myRecurringGift(row));
  }

  private myRecurringGift({ slug, ...recurringGift }: MyRecurringGiftRecord): MyRecurringGift {
    return {
      ...recurringGift,
      ...amountsOf(recurringGift, ['intended', 'cover', 'charged']),
      token: this.signedIds.sign('recurring-gift', recurringGift.id, recurringGift.tokenVersion),
      failureMessage: failureMessage(recurringGift.failureCode, recurringGift.locale),
      campaignUrl: `${this.config.PUBLIC_URL}/fundraisers/${slug}`,
      gifts: recurringGift.gifts.map((month) => ({
        ...monthFrom(month),
        token: this.signedIds.sign('gift', month.id, month.tokenVersion),
      })),
    };
  }
}

function managedRecurringGiftFrom(row: ManagedRecurringGiftRecord): ManagedRecurringGift {
  return { ...row, ...amountsOf(row, ['intended', 'cover', 'charged', 'totalGiven']), gifts: row.gifts.map(monthFrom) };
}

function monthFrom(month: Month) {
  const { id, status, paidAt } = month;
  const paidDate = paidAt === null ? null : new Date(paidAt);
  return { id, status, paidAt: paidDate, ...amountsOf(month, ['intended', 'charged']) };
}

function conditionsOf(chapters: readonly string[] | 'all', filter: RecurringGiftFilter, values: Values): string[] {
  const conditions = chapters === 'all' ? [] : [`c.chapter_id = ANY (${values.add(chapters)}::uuid[])`];
  if (filter.campaignId) {
    conditions.push(isUuid(filter.campaignId) ? `p.campaign_id = ${values.add(filter.campaignId)}` : 'false');
  }
  if (filter.status) conditions.push(`p.status = ANY (${values.add(filter.status)}::text[])`);
  const text = filter.text?.trim();
  if (text) {
    const pattern = values.add(`%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`);
    conditions.push(`(platform.fold(p.name) LIKE platform.fold(${pattern}) OR lower(d.email::text) LIKE ${pattern})`);
  }
  return conditions;
}
