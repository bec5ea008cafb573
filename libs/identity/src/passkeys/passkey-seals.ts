import { Injectable } from '@nestjs/common';
import { RowSeals, type Database } from '@upstander/platform';
import type { Passkey } from './passkey.entity.js';

export type SealedPasskey = Pick<Passkey, 'id' | 'accountId' | 'credentialId' | 'publicKey'>;

type SqlExecutor = Pick<Database, 'query'>;

const sealedPasskeyColumns = `p.id, p.account_id AS "accountId", p.credential_id AS "credentialId",
  p.public_key AS "publicKey", p.seal`;

/** Passkeys written outside the application sign no one in. */
@Injectable()
export class PasskeySeals {
  constructor(private readonly seals: RowSeals) {}

  sealOf(passkey: SealedPasskey): Buffer {
    return this.seals.create('passkey', valuesOf(passkey));
  }

  isGenuine(passkey: SealedPasskey & Pick<Passkey, 'seal'>): boolean {
    return this.seals.isGenuine('passkey', valuesOf(passkey), passkey.seal);
  }

  /** Locks and returns the genuine passkeys of an account. */
  async lock(db: SqlExecutor, accountId: string): Promise<Array<SealedPasskey & Pick<Passkey, 'counter' | 'seal'>>> {
    const passkeys = await db.query<SealedPasskey & Pick<Passkey, 'counter' | 'seal'>>(
      `SELECT ${sealedPasskeyColumns}, p.counter FROM identity.passkey p WHERE p.account_id = $1 ORDER BY p.id FOR UPDATE`,
      [accountId],
    );
    return passkeys.filter((passkey) => this.isGenuine(passkey));
  }

  /** Seals genuine passkeys with the current secret. Deletes the others if `mayDelete`; their owners add them again. */
  async renew(db: SqlExecutor, { mayDelete }: { mayDelete: boolean }): Promise<void> {
    const passkeys = await db.query<SealedPasskey & Pick<Passkey, 'seal'>>(
      `SELECT ${sealedPasskeyColumns} FROM identity.passkey p ORDER BY p.id FOR UPDATE`,
    );
    for (const passkey of passkeys) {
      if (this.isGenuine(passkey))
        await db.query('UPDATE identity.passkey SET seal = $2 WHERE id = $1', [passkey.id, this.sealOf(passkey)]);
      else if (mayDelete) await db.query('DELETE FROM identity.passkey WHERE id = $1', [passkey.id]);
    }
  }
}

function valuesOf({ id, accountId, credentialId, publicKey }: SealedPasskey) {
  return [id, accountId, credentialId, publicKey];
}
