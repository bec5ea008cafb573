import { Injectable } from '@nestjs/common';
import { Access, type Actor, type LocaleName } from '@upstander/identity';
import { money } from '@upstander/ledger';
import { Config, Database, isUuid, notThere, SignedIds } from '@upstander/platform';
import type { GiftStatus } from '../gifts/gift-status.js';
import { failureWords } from './failure-words.js';
import type { ManagedPlan, ManagedPlanConnection, PlanFilter, PlanSort } from './managed-plan.js';
import { managedPlanFrom, selectManagedPlans, type ManagedPlanRecord } from './managed-plan-columns.js';
import type { MyPlan } from './my-plan.js';
import { planPage } from './plan-pages.js';
import type { PlanStatus } from './plan-status.js';

interface MyPlanRecord {
  id: string;
  status: PlanStatus;
  locale: LocaleName;
  currency: string;
  intended: string;
  cover: string;
  charged: string;
  startedAt: Date | null;
  nextChargeAt: Date | null;
  stoppedAt: Date | null;
  stopRequested: boolean;
  failureCode: string | null;
  campaignTitle: string;
  timeZone: string;
  slug: string;
  tokenVersion: number;
  gifts: Array<{
    id: string;
    status: GiftStatus;
    intended: string;
    charged: string;
    paidAt: string | null;
    tokenVersion: number;
  }>;
}

const selectMine = `SELECT p.id, p.status, p.locale, p.currency, p.intended_minor AS intended, p.cover_minor AS cover,
    p.charged_minor AS charged, p.started_at AS "startedAt", p.next_charge_at AS "nextChargeAt",
    p.stopped_at AS "stoppedAt", p.stop_requested_at IS NOT NULL AND p.stopped_at IS NULL AS "stopRequested",
    p.failure_code AS "failureCode", c.title AS "campaignTitle", c.time_zone AS "timeZone", c.slug, p.token_version AS "tokenVersion", g.gifts
  FROM fundraising.plan p JOIN fundraising.campaign c ON c.id = p.campaign_id
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('id', g.id, 'status', g.status, 'intended', g.intended_minor::text,
        'charged', g.charged_minor::text, 'paidAt', g.paid_at, 'tokenVersion', g.token_version)
        ORDER BY g.created_at DESC, g.id DESC), '[]') AS gifts
      FROM (
        SELECT * FROM fundraising.gift WHERE plan_id = p.id ORDER BY created_at DESC, id DESC LIMIT 12
      ) g
    ) g`;

/** Monthly gifts, as their donors and as those who look after the money see them. */
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
    const link = this.signedIds.open('plan', token);
    if (!link) return null;
    const [plan] = await this.mineWhere('p.id = $1 AND p.token_version = $2', [link.id, link.version]);
    return plan ?? null;
  }

  /** Every monthly gift of a donor, the latest first; for who holds that donor's own link. */
  ofDonor(donorId: string): Promise<MyPlan[]> {
    return this.mineWhere(`p.donor_id = $1 AND p.status <> 'expired' ORDER BY p.created_at DESC, p.id LIMIT 50`, [
      donorId,
    ]);
  }

  async manage(
    actor: Actor,
    filter: PlanFilter,
    sort: PlanSort,
    page: { first?: number | null; after?: string | null },
  ): Promise<ManagedPlanConnection> {
    const statement = planPage(this.access.chaptersOf(actor, 'plan:read'), filter, sort, page);
    return statement.read(await this.db.query(statement.sql, statement.values));
  }

  /** @throws Refusal NOT_FOUND. */
  async mine(actor: Actor, id: string): Promise<ManagedPlan> {
    await this.access.require(actor, 'plan:read', [id], 'This monthly gift');
    return this.byId(id);
  }

  async byId(id: string): Promise<ManagedPlan> {
    if (!isUuid(id)) throw notThere('This monthly gift');
    const [row] = await this.db.query<ManagedPlanRecord>(`${selectManagedPlans} WHERE p.id = $1`, [id]);
    if (!row) throw notThere('This monthly gift');
    return managedPlanFrom(row);
  }

  private async mineWhere(where: string, values: unknown[]): Promise<MyPlan[]> {
    const rows = await this.db.query<MyPlanRecord>(`${selectMine} WHERE ${where}`, values);
    return rows.map((row) => this.myPlan(row));
  }

  private myPlan({
    locale,
    currency,
    intended,
    cover,
    charged,
    slug,
    tokenVersion,
    gifts,
    ...plan
  }: MyPlanRecord): MyPlan {
    return {
      ...plan,
      token: this.signedIds.sign('plan', plan.id, tokenVersion),
      intended: money(intended, currency),
      cover: money(cover, currency),
      charged: money(charged, currency),
      failureWords: failureWords(plan.failureCode, locale),
      campaignUrl: `${this.config.PUBLIC_URL}/fundraisers/${slug}`,
      gifts: gifts.map((gift) => ({
        id: gift.id,
        status: gift.status,
        intended: money(gift.intended, currency),
        charged: money(gift.charged, currency),
        paidAt: gift.paidAt === null ? null : new Date(gift.paidAt),
        token: this.signedIds.sign('gift', gift.id, gift.tokenVersion),
      })),
    };
  }
}
