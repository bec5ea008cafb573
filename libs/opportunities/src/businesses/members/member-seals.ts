import { Injectable } from '@nestjs/common';
import { RowSeals, type Database } from '@upstander/platform';
import type { BusinessRole } from '../business-status.js';

export interface SealedMember {
  businessId: string;
  accountId: string;
  role: BusinessRole;
  frozenAt: Date | null;
}

export type MemberRow = SealedMember & { seal: Buffer | null };

export const sealedMemberColumns = `m.business_id AS "businessId", m.account_id AS "accountId", m.role,
  m.frozen_at AS "frozenAt", m.seal`;

/** Seals memberships, because members can read what a survivor agreed to share with the business. */
@Injectable()
export class MemberSeals {
  constructor(private readonly seals: RowSeals) {}

  sealOf(member: SealedMember): Buffer {
    return this.seals.create('business-member', valuesOf(member));
  }

  isGenuine({ seal, ...member }: MemberRow): boolean {
    return this.seals.isGenuine('business-member', valuesOf(member), seal);
  }

  isCurrent({ seal, ...member }: MemberRow): boolean {
    return this.seals.isCurrent('business-member', valuesOf(member), seal);
  }

  /** Updates a membership and reseals it. A membership with an invalid seal ends up without one. */
  async update(
    db: Pick<Database, 'query'>,
    { businessId, accountId }: Pick<SealedMember, 'businessId' | 'accountId'>,
    change: Partial<Pick<SealedMember, 'role' | 'frozenAt'>>,
  ): Promise<void> {
    const [row] = await db.query<MemberRow>(
      `SELECT ${sealedMemberColumns} FROM opportunities.member m WHERE m.business_id = $1 AND m.account_id = $2 FOR UPDATE`,
      [businessId, accountId],
    );
    if (!row) return;
    const member = { ...row, ...change };
    const seal = this.isGenuine(row) ? this.sealOf(member) : null;
    await db.query(
      'UPDATE opportunities.member SET role = $3, frozen_at = $4, seal = $5 WHERE business_id = $1 AND account_id = $2',
      [businessId, accountId, member.role, member.frozenAt, seal],
    );
  }
}

function valuesOf({ businessId, accountId, role, frozenAt }: SealedMember) {
  return [businessId, accountId, role, frozenAt];
}
