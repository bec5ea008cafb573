import { Injectable } from '@nestjs/common';
import { type Actor, type LocaleName } from '@upstander/identity';
import { Clock, Database, isUuid, notThere, Refusal, type Tx } from '@upstander/platform';
import type { BusinessRole, BusinessStatus } from '../business-status.js';
import { MemberSeals, sealedMemberColumns, type MemberRow } from './member-seals.js';

/** What somebody is for a business they act for. */
export interface Membership {
  businessId: string;
  role: BusinessRole;
  /** As of now: an approval past its last day reads as lapsed. */
  status: BusinessStatus;
  /** Whether what it offers is shown now. */
  isApproved: boolean;
}

/** Somebody to write to about a business. */
export interface MemberAccount {
  businessId: string;
  accountId: string;
  name: string;
  email: string;
  locale: LocaleName;
  role: BusinessRole;
}

/** Who may act for which business: the one place that knows. */
@Injectable()
export class BusinessMembers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly seals: MemberSeals,
  ) {}

  /**
   * What the actor is for this business. Somebody else's business reads like one that is not there.
   * @throws Refusal NOT_FOUND; MEMBER_FROZEN when staff stopped them; OWNERS_ONLY when `role` asks for an owner.
   */
  async require(actor: Actor, businessId: string, { role, tx }: { role?: 'owner'; tx?: Tx } = {}): Promise<Membership> {
    const [found] =
      actor.accountId && isUuid(businessId)
        ? await (tx ?? this.db).query<MemberRow & Membership>(
            `SELECT ${sealedMemberColumns}, ${statusNow('$3')} AS status,
               opportunities.is_approved(b, $3) AS "isApproved"
             FROM opportunities.member m JOIN opportunities.business b ON b.id = m.business_id
             WHERE m.account_id = $1 AND b.id = $2`,
            [actor.accountId, businessId, this.clock.now()],
          )
        : [];
    if (!found || !this.seals.isGenuine(found)) throw notThere('This business');
    if (found.frozenAt) throw memberFrozen();
    if (role && found.role !== role) throw ownersOnly();
    return { businessId: found.businessId, role: found.role, status: found.status, isApproved: found.isApproved };
  }

  /** Whether the actor is one of its members, frozen or not: staff do not vet their own. */
  async isMember(tx: Tx | Database, actor: Actor, businessId: string): Promise<boolean> {
    const rows = await tx.query('SELECT FROM opportunities.member WHERE account_id = $1 AND business_id = $2', [
      actor.accountId,
      businessId,
    ]);
    return rows.length > 0;
  }

  /** The businesses the actor may act for now. */
  async businessesOf(actor: Actor): Promise<string[]> {
    const rows = await this.db.query<MemberRow>(
      `SELECT ${sealedMemberColumns} FROM opportunities.member m
       WHERE m.account_id = $1 AND m.frozen_at IS NULL ORDER BY m.added_at`,
      [actor.accountId],
    );
    return rows.filter((row) => this.seals.isGenuine(row)).map(({ businessId }) => businessId);
  }

  /** Everybody who may act for these businesses, to be written to; whoever is frozen or shut out is not among them. */
  async accountsOf(businessIds: readonly string[], tx?: Tx): Promise<MemberAccount[]> {
    return (tx ?? this.db).query<MemberAccount>(
      `SELECT m.business_id AS "businessId", a.id AS "accountId", m.name, a.email::text, a.locale, m.role
       FROM opportunities.member m JOIN identity.account a ON a.id = m.account_id
       WHERE m.business_id = ANY ($1::uuid[]) AND m.frozen_at IS NULL AND a.disabled_at IS NULL
       ORDER BY m.business_id, m.added_at, a.id`,
      [businessIds],
    );
  }

  /** The names of businesses, by id. */
  async namesOf(businessIds: readonly string[], tx?: Tx): Promise<Map<string, string>> {
    const rows = await (tx ?? this.db).query<{ id: string; name: string }>(
      'SELECT id, legal_name AS name FROM opportunities.business WHERE id = ANY ($1::uuid[])',
      [businessIds],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

/** The state of the business `b` at an instant: past its last day it has lapsed, whether the job wrote it down or not. */
export function statusNow(at: string): string {
  return `CASE WHEN b.status = 'approved' AND NOT opportunities.is_approved(b, ${at}::timestamptz)
    THEN CASE WHEN b.renewing THEN 'submitted' ELSE 'lapsed' END ELSE b.status END`;
}

function memberFrozen(): Refusal {
  return new Refusal('MEMBER_FROZEN', 'You cannot act for this business at the moment. Please write to us.');
}

/** The refusal for an editor who does what only an owner may. */
export function ownersOnly(): Refusal {
  return new Refusal('OWNERS_ONLY', 'Only an owner of the business may do this.');
}
