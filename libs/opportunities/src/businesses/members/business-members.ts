import { Injectable } from '@nestjs/common';
import { accountEmail, accountLocale, isActiveAccount, type Actor, type LocaleName } from '@upstander/identity';
import { Clock, Database, isUuid, notFound, Refusal, type Tx } from '@upstander/platform';
import { statusNow, type BusinessRole, type BusinessStatus } from '../business-status.js';
import { MemberSeals, sealedMemberColumns, type MemberRow } from './member-seals.js';

export interface Membership {
  businessId: string;
  role: BusinessRole;
  /** Current status: an approval past its last day counts as lapsed. */
  status: BusinessStatus;
  /** True if its opportunities are shown now. */
  isApproved: boolean;
}

export interface MemberAccount {
  businessId: string;
  accountId: string;
  name: string;
  email: string;
  locale: LocaleName;
  role: BusinessRole;
}

@Injectable()
export class BusinessMembers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly seals: MemberSeals,
  ) {}

  /**
   * Returns the actor's membership. Other businesses are indistinguishable from missing ones.
   * @throws Refusal NOT_FOUND; MEMBER_FROZEN if staff blocked the member; OWNERS_ONLY if `role` requires an owner
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
    if (!found || !this.seals.isGenuine(found)) throw notFound('This business');
    if (found.frozenAt) throw memberFrozen();
    if (role && found.role !== role) throw ownersOnlyRefusal();
    return { businessId: found.businessId, role: found.role, status: found.status, isApproved: found.isApproved };
  }

  /** True if the actor is a member, frozen or not. Staff don't vet a business of their own. */
  async isMember(tx: Tx | Database, actor: Actor, businessId: string): Promise<boolean> {
    const rows = await tx.query('SELECT FROM opportunities.member WHERE account_id = $1 AND business_id = $2', [
      actor.accountId,
      businessId,
    ]);
    return rows.length > 0;
  }

  async businessesOf(actor: Actor): Promise<string[]> {
    const rows = await this.db.query<MemberRow>(
      `SELECT ${sealedMemberColumns} FROM opportunities.member m
       WHERE m.account_id = $1 AND m.frozen_at IS NULL ORDER BY m.added_at`,
      [actor.accountId],
    );
    return rows.filter((row) => this.seals.isGenuine(row)).map(({ businessId }) => businessId);
  }

  /** Returns the members to email for these businesses, without frozen members and disabled accounts. */
  async accountsOf(businessIds: readonly string[], tx?: Tx): Promise<MemberAccount[]> {
    return (tx ?? this.db).query<MemberAccount>(
      `SELECT m.business_id AS "businessId", m.account_id AS "accountId", m.name, m.role,
         ${accountEmail('m.account_id')}::text AS email, ${accountLocale('m.account_id')} AS locale
       FROM opportunities.member m
       WHERE m.business_id = ANY ($1::uuid[]) AND m.frozen_at IS NULL AND ${isActiveAccount('m.account_id')}
       ORDER BY m.business_id, m.added_at, m.account_id`,
      [businessIds],
    );
  }

  async namesOf(businessIds: readonly string[], tx?: Tx): Promise<Map<string, string>> {
    const rows = await (tx ?? this.db).query<{ id: string; name: string }>(
      'SELECT id, legal_name AS name FROM opportunities.business WHERE id = ANY ($1::uuid[])',
      [businessIds],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

function memberFrozen(): Refusal {
  return new Refusal('MEMBER_FROZEN', 'You can’t act for this business right now. Please write to us.');
}

export function ownersOnlyRefusal(): Refusal {
  return new Refusal('OWNERS_ONLY', 'Only an owner of the business can do this.');
}
