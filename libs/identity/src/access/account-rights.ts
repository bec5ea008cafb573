import { Injectable } from '@nestjs/common';
import { Database } from '@upstander/platform';
import { CustomGrants, customGrantsSql, type CustomGrantRow } from '../custom-roles/custom-grants.js';
import type { LocaleName } from '../languages/locale.js';
import type { GrantedRole } from '../roles/role.js';
import { GrantSeals, grantsSql, type GrantRow } from '../seals/grant-seals.js';
import type { CustomGrant } from './actor.js';

export interface AccountRights {
  readonly email: string;
  readonly locale: LocaleName;
  readonly grants: readonly GrantedRole[];
  readonly customGrants: readonly CustomGrant[];
}

/** Reads the current roles of an account outside a session, for example of the owner of an access token. */
@Injectable()
export class AccountRightsReader {
  constructor(
    private readonly db: Database,
    private readonly grants: GrantSeals,
    private readonly customGrants: CustomGrants,
  ) {}

  /** Returns null for a disabled account, and for one that was created outside the application. */
  async find(accountId: string): Promise<AccountRights | null> {
    const [account] = await this.db.queryNamed<{
      email: string;
      locale: LocaleName;
      grants: GrantRow[];
      customGrants: CustomGrantRow[];
    }>('account-rights', rightsOfAccount, [accountId]);
    if (!account) return null;
    return {
      ...account,
      grants: this.grants.verify({ id: accountId, isSealed: true }, account.grants),
      customGrants: this.customGrants.verify(accountId, account.customGrants),
    };
  }
}

const rightsOfAccount = `
  SELECT a.email::text, a.locale, ${grantsSql('a.id')} AS grants, ${customGrantsSql('a.id')} AS "customGrants"
  FROM identity.account a WHERE a.id = $1 AND a.disabled_at IS NULL AND a.seal IS NOT NULL`;
