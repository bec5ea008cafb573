import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { amountsOf, summedList, type SummedPage } from '@upstander/ledger';
import { columnsOf, Config, Database, isUuid, notThere, SignedIds, Values } from '@upstander/platform';
import type { Gift } from '../gifts/gift.entity.js';
import { failureWords } from './failure-words.js';
import type { ManagedPlan, ManagedPlanConnection, PlanFilter, PlanSort } from './managed-plan.js';
import type { MyPlan } from './my-plan.js';
import { Plan, stopRequested } from './plan.entity.js';

/** A month as JSON has it. */
interface Month extends Pick<Gift, 'id' | 'status' | 'intendedMinor' | 'chargedMinor' | 'tokenVersion'> {
  currency: string;
  paidAt: string | null;
}

/** The last months of a plan `p`, the latest first. */
const months = `(
    SELECT coalesce(json_agg(json_build_object('id', g.id, 'status', g.status, 'currency', g.currency,
      'intendedMinor', g.intended_minor::text, 'chargedMinor', g.charged_minor::text, 'paidAt', g.paid_at,
      'tokenVersion', g.token_version) ORDER BY g.created_at DESC, g.id DESC), '[]')
    FROM (SELECT * FROM fundraising.gift WHERE plan_id = p.id ORDER BY created_at DESC, id DESC LIMIT 12) g
  ) AS gifts`;
const amounts = columnsOf(Plan, 'p', ['currency', 'intendedMinor', 'coverMinor', 'chargedMinor']);

type MyPlanRecord = Omit<
  MyPlan,
  'intended' | 'cover' | 'charged' | 'token' | 'failureWords' | 'campaignUrl' | 'gifts'
> & { slug: string; gifts: Month[] };

const selectMine = `SELECT ${columnsOf(Plan, 'p', 'owner')}, ${amounts}, ${columnsOf(Plan, 'p', ['locale', 'tokenVersion'])},
    ${stopRequested} AS "stopRequested", c.title AS "campaignTitle", c.time_zone AS "timeZone", c.slug, ${months}
  FROM fundraising.plan p JOIN fundraising.campaign c ON c.id = p.campaign_id`;

type ManagedPlanRecord = Omit<ManagedPlan, 'intended' | 'cover' | 'charged' | 'given' | 'gifts'> & {
  givenMinor: string;
  gifts: Month[];
};

const managedColumns = `${columnsOf(Plan, 'p', 'staff')}, ${amounts}, ${stopRequested} AS "stopRequested", d.email,
  c.title AS "campaignTitle",
  (SELECT count(*)::integer FROM fundraising.gift g WHERE g.plan_id = p.id AND g.paid_at IS NOT NULL) AS "giftCount",
  (
    SELECT coalesce(sum(g.intended_minor), 0)::text FROM fundraising.gift g
    WHERE g.plan_id = p.id AND g.paid_at IS NOT NULL
  ) AS "givenMinor",
  ${months}`;
const managedSource = `fundraising.plan p JOIN fundraising.campaign c ON c.id = p.campaign_id
  JOIN fundraising.donor d ON d.id = p.donor_id`;

/** Recurring gifts, as their donors and as those who look after the money see them. */
@Injectable()
export class PlanReads {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly access: Access,
    private readonly signedIds: SignedIds,
  ) {}

  /** By the personal link; null when the link opens nothing. */
  async byToken(token: string): Promise<MyPlan | null> {
    const link = this.signedIds.verify('plan', token);
    if (!link) return null;
    const [plan] = await this.mineWhere('p.id = $1 AND p.token_version = $2', [link.id, link.version]);
    return plan ?? null;
  }

  /** Every recurring gift of a donor, the latest first; for who holds that donor's own link. */
  ofDonor(donorId: string): Promise<MyPlan[]> {
    return this.mineWhere(`p.donor_id = $1 AND p.status <> 'expired' ORDER BY p.created_at DESC, p.id LIMIT 50`, [
      donorId,
    ]);
  }

  async manage(actor: Actor, filter: PlanFilter, sort: PlanSort, page: SummedPage): Promise<ManagedPlanConnection> {
    const values = new Values();
    return summedList<ManagedPlanRecord, ManagedPlan>(
      this.db,
      {
        columns: managedColumns,
        from: managedSource,
        amount: 'p.intended_minor',
        currency: 'p.currency',
        conditions: conditionsOf(this.access.chaptersOf(actor, 'plan:read'), filter, values),
        values,
        by: [
          { sql: 'p.created_at', type: 'timestamptz' },
          { sql: 'p.id', type: 'uuid' },
        ],
        direction: sort === 'newest' ? 'DESC' : 'ASC',
        page,
      },
      managedPlanFrom,
    );
  }

  /** @throws Refusal NOT_FOUND. */
  async mine(actor: Actor, id: string): Promise<ManagedPlan> {
    await this.access.require(actor, 'plan:read', [id], 'This recurring gift');
    return this.byId(id);
  }

  async byId(id: string): Promise<ManagedPlan> {
    if (!isUuid(id)) throw notThere('This recurring gift');
    const [row] = await this.db.query<ManagedPlanRecord>(
      `SELECT ${managedColumns} FROM ${managedSource} WHERE p.id = $1`,
      [id],
    );
    if (!row) throw notThere('This recurring gift');
    return managedPlanFrom(row);
  }

  private async mineWhere(where: string, values: unknown[]): Promise<MyPlan[]> {
    const rows = await this.db.query<MyPlanRecord>(`${selectMine} WHERE ${where}`, values);
    return rows.map((row) => this.myPlan(row));
  }

  private myPlan({ slug, ...plan }: MyPlanRecord): MyPlan {
    return {
      ...plan,
      ...amountsOf(plan, ['intended', 'cover', 'charged']),
      token: this.signedIds.sign('plan', plan.id, plan.tokenVersion),
      failureWords: failureWords(plan.failureCode, plan.locale),
      campaignUrl: `${this.config.PUBLIC_URL}/fundraisers/${slug}`,
      gifts: plan.gifts.map((month) => ({
        ...monthFrom(month),
        token: this.signedIds.sign('gift', month.id, month.tokenVersion),
      })),
    };
  }
}

function managedPlanFrom(row: ManagedPlanRecord): ManagedPlan {
  return { ...row, ...amountsOf(row, ['intended', 'cover', 'charged', 'given']), gifts: row.gifts.map(monthFrom) };
}

function monthFrom(month: Month) {
  const { id, status, paidAt } = month;
  const paid = paidAt === null ? null : new Date(paidAt);
  return { id, status, paidAt: paid, ...amountsOf(month, ['intended', 'charged']) };
}

function conditionsOf(chapters: readonly string[] | 'all', filter: PlanFilter, values: Values): string[] {
  const conditions = chapters === 'all' ? [] : [`c.chapter_id = ANY (${values.add(chapters)}::uuid[])`];
  if (filter.campaignId) {
    conditions.push(isUuid(filter.campaignId) ? `p.campaign_id = ${values.add(filter.campaignId)}` : 'false');
  }
  if (filter.status) conditions.push(`p.status = ANY (${values.add(filter.status)}::text[])`);
  const text = filter.text?.trim();
  if (text) {
    const wanted = values.add(`%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`);
    conditions.push(`(platform.fold(p.name) LIKE platform.fold(${wanted}) OR lower(d.email::text) LIKE ${wanted})`);
  }
  return conditions;
}
