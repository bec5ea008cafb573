import { Injectable } from '@nestjs/common';
import { overdueSql } from '@upstander/accounting';
import { Access, type Actor, type Permission } from '@upstander/identity';
import { Clock, Config, Database } from '@upstander/platform';
import type { MoneyTask, MoneyTaskKind } from './money-task.js';

/** Permission needed for a kind of task. Kinds without a chapter require it for the whole organization. */
interface TaskSource {
  permission: Permission;
  everywhere?: true;
  /** Selects `since` and, unless `everywhere`, `chapter_id`. Parameters: $1 now, $2 account, $3 and $4 days. */
  sql: string;
}

const giftJoin = 'JOIN fundraising.gift g ON g.id = t.gift_id JOIN fundraising.campaign c ON c.id = g.campaign_id';
const campaignJoin = 'JOIN fundraising.campaign c ON c.id = t.campaign_id';

const taskSources: Readonly<Record<MoneyTaskKind, TaskSource>> = {
  'refunds-to-approve': {
    permission: 'refund:decide',
    sql: `SELECT t.requested_at AS since, c.chapter_id FROM fundraising.refund t ${giftJoin}
      WHERE t.status = 'proposed' AND t.requested_by IS DISTINCT FROM $2::uuid`,
  },
  'disputes-due': {
    permission: 'gift:refund',
    sql: `SELECT t.opened_at AS since, c.chapter_id FROM fundraising.dispute t ${giftJoin}
      WHERE t.status IN ('needs_response', 'warning_needs_response') AND t.closed_at IS NULL`,
  },
  'fraud-warnings': {
    permission: 'fraud-warning:handle',
    sql: `SELECT t.warned_at AS since, c.chapter_id FROM fundraising.fraud_warning t ${giftJoin}
      WHERE t.handled_at IS NULL`,
  },
  'campaigns-to-review': {
    permission: 'campaign:review',
    sql: `SELECT c.submitted_at AS since, c.chapter_id FROM fundraising.campaign c WHERE c.status = 'in_review'`,
  },
  'disbursements-to-approve': {
    permission: 'disbursement:decide',
    sql: `SELECT t.recorded_at AS since, c.chapter_id FROM fundraising.disbursement t ${campaignJoin}
      WHERE t.status = 'proposed' AND t.recorded_by IS DISTINCT FROM $2::uuid`,
  },
  'disbursements-overdue': {
    permission: 'campaign:disburse',
    sql: `SELECT t.due_since AS since, c.chapter_id FROM (${overdueSql('$1', '$3', '$4')}) t ${campaignJoin}`,
  },
  'payouts-unconfirmed': {
    permission: 'bank:reconcile',
    everywhere: true,
    sql: `SELECT t.created_at AS since FROM fundraising.payout t
      WHERE t.bank_confirmed_by IS NULL AND t.status = 'paid' AND t.arrives_on <= ($1::timestamptz)::date`,
  },
  discrepancies: {
    permission: 'bank:reconcile',
    everywhere: true,
    sql: 'SELECT t.found_at AS since FROM fundraising.discrepancy t WHERE t.settled_at IS NULL',
  },
  'beneficiary-checks-due': {
    permission: 'beneficiary:edit',
    everywhere: true,
    sql: `SELECT min(c.published_at) AS since FROM fundraising.beneficiary b
        JOIN fundraising.campaign c ON c.beneficiary_id = b.id AND c.status = 'live'
      WHERE b.kind = 'partner' AND b.archived_at IS NULL
        AND fundraising.duties_missing(b.id, ($1::timestamptz)::date + 30) <> '{}' GROUP BY b.id`,
  },
  // Receipts need the tax number as soon as the first fundraiser is published.
  'tax-number-missing': {
    permission: 'beneficiary:edit',
    everywhere: true,
    sql: `SELECT NULL::timestamptz AS since
      WHERE EXISTS (SELECT FROM fundraising.campaign c WHERE c.published_at IS NOT NULL) AND NOT EXISTS (
        SELECT FROM fundraising.beneficiary b WHERE b.kind = 'own' AND coalesce(b.registration_number, '') <> ''
      )`,
  },
  'pledges-overdue': {
    permission: 'pledge:change',
    sql: `SELECT t.due_on::timestamp AT TIME ZONE c.time_zone AS since, c.chapter_id FROM fundraising.pledge t ${campaignJoin}
      WHERE t.status = 'open' AND t.due_on < ($1::timestamptz AT TIME ZONE c.time_zone)::date`,
  },
};

/** Counts open money tasks that the actor is allowed to handle, by kind. */
@Injectable()
export class MoneyTasks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly access: Access,
  ) {}

  async findMoneyTasks(actor: Actor): Promise<MoneyTask[]> {
    const values: unknown[] = [this.clock.now(), actor.accountId];
    values.push(this.config.DISBURSE_WITHIN_DAYS, this.config.HOLD_AT_MOST_DAYS);
    const parts: string[] = [];
    for (const [kind, { permission, everywhere, sql }] of Object.entries(taskSources)) {
      const chapters = this.access.chaptersOf(actor, permission);
      if (chapters !== 'all' && (everywhere || chapters.length === 0)) continue;
      const mine = chapters === 'all' ? 'true' : `t.chapter_id = ANY ($${values.push(chapters)}::uuid[])`;
      parts.push(`SELECT '${kind}' AS kind, count(*)::int AS count, min(t.since) AS "oldestAt"
        FROM (${sql}) t WHERE ${mine} HAVING count(*) > 0`);
    }
    if (parts.length === 0) return [];
    // PostgreSQL needs every parameter to be referenced to infer its type.
    const asked = 'SELECT $1::timestamptz, $2::uuid, $3::integer, $4::integer';
    return this.db.query<MoneyTask>(`WITH asked AS (${asked}) ${parts.join(' UNION ALL ')}`, values);
  }
}
