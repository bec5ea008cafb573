import { Injectable } from '@nestjs/common';
import { RowSeals, type Database } from '@upstander/platform';
import type { SignInIdentity } from './sign-in-identity.entity.js';
import './sign-in-identity.entity.js';

export type SealedIdentity = Pick<SignInIdentity, 'id' | 'accountId' | 'issuer' | 'subject'>;
type IdentityRow = SealedIdentity & Pick<SignInIdentity, 'seal'>;
type SqlExecutor = Pick<Database, 'query'>;

const columns = 'i.id, i.account_id AS "accountId", i.issuer, i.subject, i.seal';

/** Links written outside the application sign no one in. */
@Injectable()
export class IdentitySeals {
  constructor(private readonly seals: RowSeals) {}

  sealOf(identity: SealedIdentity): Buffer {
    return this.seals.create('sign-in-identity', valuesOf(identity));
  }

  /** Locks and returns the genuine link of a user, or null. */
  async find(db: SqlExecutor, { issuer, subject }: Pick<SealedIdentity, 'issuer' | 'subject'>) {
    const [identity] = await db.query<IdentityRow>(
      `SELECT ${columns} FROM identity.sign_in_identity i WHERE i.issuer = $1 AND i.subject = $2 FOR UPDATE`,
      [issuer, subject],
    );
    return identity && this.isGenuine(identity) ? identity : null;
  }

  /** Seals genuine links with the current secret. Deletes the others if `mayDelete`; the next sign-in links them again. */
  async renew(db: SqlExecutor, { mayDelete }: { mayDelete: boolean }): Promise<void> {
    const identities = await db.query<IdentityRow>(
      `SELECT ${columns} FROM identity.sign_in_identity i ORDER BY i.id FOR UPDATE`,
    );
    for (const identity of identities) {
      const { id } = identity;
      if (this.isGenuine(identity))
        await db.query('UPDATE identity.sign_in_identity SET seal = $2 WHERE id = $1', [id, this.sealOf(identity)]);
      else if (mayDelete) await db.query('DELETE FROM identity.sign_in_identity WHERE id = $1', [id]);
    }
  }

  private isGenuine(identity: IdentityRow): boolean {
    return this.seals.isGenuine('sign-in-identity', valuesOf(identity), identity.seal);
  }
}

function valuesOf({ id, accountId, issuer, subject }: SealedIdentity) {
  return [id, accountId, issuer, subject];
}
