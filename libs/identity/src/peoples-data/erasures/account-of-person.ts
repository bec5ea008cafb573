import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, Refusal } from '@upstander/platform';
import { ErasureSteps } from './erasure-steps.js';
import { ofAccount } from '../../accounts/rows/account-columns.js';

/**
 * An admin must remove staff roles before the account is erased.
 * Roles that a library declares in its `ErasureStep` (volunteer, business) are deleted with the person.
 */
@Injectable()
export class AccountOfPerson implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly parts: ErasureSteps,
  ) {}

  onModuleInit(): void {
    this.parts.define({
      name: 'account',
      requireErasable: async (email) => {
        const grants = await this.db.query(
          `SELECT FROM identity."grant" g WHERE ${ofAccount('g.account_id')} AND g.role <> ALL ($2::text[])
           UNION ALL SELECT FROM identity.custom_grant c WHERE ${ofAccount('c.account_id')}
           UNION ALL SELECT FROM identity.record_grant r WHERE ${ofAccount('r.account_id')}`,
          [email, this.harmlessRoles()],
        );
        if (grants.length > 0) {
          throw new Refusal('ROLES_FIRST', 'This account has a staff role. An admin has to remove the role first.');
        }
      },
      erase: async (tx, email) => {
        await tx.query(
          `DELETE FROM identity."grant" g WHERE ${ofAccount('g.account_id')} AND g.role = ANY ($2::text[])`,
          [email, this.harmlessRoles()],
        );
      },
    });
  }

  private harmlessRoles(): string[] {
    return this.parts.all().flatMap(({ roles }) => roles ?? []);
  }
}
