import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ErasureSteps, ofAccount } from '@upstander/identity';
import { Database, Refusal } from '@upstander/platform';

/** Rejects the erasure of a business's last owner until someone else is an owner. */
@Injectable()
export class MembershipsOfPerson implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly parts: ErasureSteps,
  ) {}

  onModuleInit(): void {
    this.parts.define({
      name: 'memberships',
      roles: ['business'],
      requireErasable: async (email) => {
        const soleOwnerships = await this.db.query(
          `SELECT m.business_id FROM opportunities.member m JOIN opportunities.business b ON b.id = m.business_id
           WHERE ${ofAccount('m.account_id')} AND m.role = 'owner' AND b.status <> 'refused'
             AND NOT EXISTS (SELECT FROM opportunities.member o WHERE o.business_id = m.business_id AND o.role = 'owner'
               AND o.frozen_at IS NULL AND o.account_id <> m.account_id) LIMIT 1`,
          [email],
        );
        if (soleOwnerships.length > 0) {
          throw new Refusal('LAST_OWNER', 'This is the last owner. Make someone else an owner first.');
        }
      },
    });
  }
}
