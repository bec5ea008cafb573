import { Injectable } from '@nestjs/common';
import { accountName, GrantService, type Actor } from '@upstander/identity';
import { Clock, type Tx } from '@upstander/platform';
import { MemberSeals } from '../members/member-seals.js';
import type { VettedFields } from '../vetted-fields.js';

@Injectable()
export class BusinessOwners {
  constructor(
    private readonly grants: GrantService,
    private readonly clock: Clock,
    private readonly seals: MemberSeals,
  ) {}

  /** Returns the ID of a business with this number that the actor already owns, or null. */
  async findOwnBusiness(tx: Tx, actor: Actor, { country, registrationNumber }: VettedFields): Promise<string | null> {
    // Serializes repeated submissions of one form.
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`registerBusiness\n${actor.accountId}`]);
    const [row] = await tx.query<{ id: string }>(
      `SELECT b.id FROM opportunities.business b JOIN opportunities.member m ON m.business_id = b.id
       WHERE m.account_id = $1 AND m.role = 'owner' AND m.frozen_at IS NULL AND b.status <> 'refused' AND b.country = $2
         AND b.registration_key = upper(regexp_replace($3, '[^A-Za-z0-9]', '', 'g'))`,
      [actor.accountId, country, registrationNumber],
    );
    return row?.id ?? null;
  }

  /** Makes the actor the first owner of a business and grants their account the business role. */
  async addOwner(tx: Tx, actor: Actor, businessId: string): Promise<void> {
    const accountId = String(actor.accountId);
    await tx.query(
      `INSERT INTO opportunities.member (business_id, account_id, name, role, added_at, seal)
       VALUES ($1, $2, ${accountName('$2')}, 'owner', $3, $4)`,
      [
        businessId,
        accountId,
        this.clock.now(),
        this.seals.sealOf({ businessId, accountId, role: 'owner', frozenAt: null }),
      ],
    );
    await this.grants.add(tx, actor, { accountId, role: 'business' });
  }
}
