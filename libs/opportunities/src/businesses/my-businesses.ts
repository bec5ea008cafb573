import { Injectable } from '@nestjs/common';
import { type Actor } from '@upstander/identity';
import { Clock, Database, isUuid, notFound } from '@upstander/platform';
import { businessColumns, businessSource, factsFrom, type BusinessRecord } from './business-columns.js';
import { dayOf } from './business-store.js';
import type { BusinessRole } from './business-status.js';
import type { BusinessEvent, MyBusiness } from './my-business.js';

/** Number of days before the end of an approval when renewal opens. */
export const renewalDays = 60;

type MyRecord = BusinessRecord & {
  myRole: BusinessRole;
  frozen: boolean;
  history: Array<Omit<BusinessEvent, 'at'> & { at: string }> | null;
};

const select = `SELECT ${businessColumns}, mine.role AS "myRole", mine.frozen_at IS NOT NULL AS frozen,
    (SELECT json_agg(json_build_object('at', e.at, 'kind', e.kind, 'fromStatus', e.from_status, 'toStatus', e.to_status,
        'note', e.note) ORDER BY e.id DESC)
      FROM (SELECT * FROM opportunities.business_event e WHERE e.business_id = b.id AND NOT e.for_staff_only
        ORDER BY e.id DESC LIMIT 200) e) AS history
  FROM opportunities.member mine JOIN opportunities.business b ON b.id = mine.business_id ${businessSource}
  WHERE mine.account_id = $2 AND ($3::uuid IS NULL OR b.id = $3) ORDER BY b.created_at, b.id`;

@Injectable()
export class MyBusinesses {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async all(actor: Actor): Promise<MyBusiness[]> {
    return this.find(actor, null);
  }

  /** @throws Refusal NOT_FOUND unless the actor is a member */
  async findOne(actor: Actor, id: string): Promise<MyBusiness> {
    const [business] = isUuid(id) ? await this.find(actor, id) : [];
    if (!business) throw notFound('This business');
    return business;
  }

  private async find(actor: Actor, id: string | null): Promise<MyBusiness[]> {
    const now = this.clock.now();
    const rows = await this.db.query<MyRecord>(select, [now, actor.accountId, id]);
    return rows.map((row) => toMyBusiness(row, actor, dayOf(now)));
  }
}

function toMyBusiness(row: MyRecord, actor: Actor, today: string): MyBusiness {
  const { history, myRole, frozen, ...record } = row;
  const facts = factsFrom(record);
  return {
    ...facts,
    // Frozen members see only their own entry.
    members: frozen ? facts.members.filter(({ accountId }) => accountId === actor.accountId) : facts.members,
    myRole,
    frozen,
    mayPost: facts.status === 'approved' && !frozen,
    mayResubmit: myRole === 'owner' && !frozen && canResubmit(facts, today),
    history: (history ?? []).map((event) => ({ ...event, at: new Date(event.at) })),
  };
}

export function canResubmit(
  business: Pick<BusinessRecord, 'status' | 'renewing' | 'approvedUntil'>,
  today: string,
): boolean {
  if (business.status !== 'approved') return ['changes_requested', 'lapsed'].includes(business.status);
  return !business.renewing && daysBetween(today, business.approvedUntil ?? today) <= renewalDays;
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
