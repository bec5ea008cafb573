import { Injectable } from '@nestjs/common';
import { People } from '../outside/people.js';
import { accountOf } from '../database/sealed-reader.js';
import type { SealedTx } from '../database/sealed-tx.js';
import type { AdvocateKey, AdvocateKeys } from './advocate-keys.js';
import { teamKeys } from './team-key-rows.js';

interface KeyShare extends Record<string, unknown> {
  keyId: string;
  accountId: string;
  wrappedPrivateKey: Buffer;
  wrappedKey: Buffer;
  iv: Buffer;
}

/** Reads keys for advocates: their own wrapped private keys, and only the public keys of colleagues. */
@Injectable()
export class AdvocateKeyReads {
  constructor(private readonly people: People) {}

  advocates(): Promise<Array<{ accountId: string; name: string }>> {
    return this.people.advocates();
  }

  async readKeys(tx: SealedTx): Promise<AdvocateKeys> {
    const me = accountOf(tx.reader);
    const keys = await teamKeys(tx);
    const shares = await tx.query<KeyShare>(
      `SELECT key_id AS "keyId", account_id AS "accountId", wrapped_private_key AS "wrappedPrivateKey",
         wrapped_key AS "wrappedKey", iv FROM sealed.team_key_share`,
    );
    const publicKeys = await tx.query<{ accountId: string; publicKey: Buffer }>(
      'SELECT account_id AS "accountId", public_key AS "publicKey" FROM sealed.advocate_key',
    );
    const publicKeyOf = new Map(publicKeys.map(({ accountId, publicKey }) => [accountId, publicKey]));
    const otherAdvocates = (await this.people.advocates()).filter(({ accountId }) => accountId !== me);
    return {
      mine: await this.readOwnKey(tx),
      teamKeys: keys.map(({ keyId, publicKey, createdAt }, place) => {
        const share = shares.find((one) => one.keyId === keyId && one.accountId === me);
        return {
          keyId,
          createdAt,
          publicKey: base64(publicKey),
          isCurrent: place === 0,
          wrappedPrivateKey: share ? base64(share.wrappedPrivateKey) : null,
          wrappedKey: share ? base64(share.wrappedKey) : null,
          iv: share ? base64(share.iv) : null,
        };
      }),
      colleagues: otherAdvocates.map(({ accountId, name }) => {
        const publicKey = publicKeyOf.get(accountId);
        const heldKeyIds = shares.filter((share) => share.accountId === accountId).map(({ keyId }) => keyId);
        return { accountId, name, publicKey: publicKey ? base64(publicKey) : null, teamKeyIds: heldKeyIds };
      }),
    };
  }

  private async readOwnKey(tx: SealedTx): Promise<AdvocateKey | null> {
    const [key] = await tx.query<{
      publicKey: Buffer;
      wrappedPrivateKey: Buffer;
      salt: Buffer;
      iterations: number;
      iv: Buffer;
    }>(
      `SELECT public_key AS "publicKey", wrapped_private_key AS "wrappedPrivateKey", salt, iterations, iv
       FROM sealed.advocate_key WHERE account_id = $1`,
      [accountOf(tx.reader)],
    );
    if (!key) return null;
    const { publicKey, wrappedPrivateKey, salt, iterations, iv } = key;
    return {
      publicKey: base64(publicKey),
      wrappedPrivateKey: base64(wrappedPrivateKey),
      salt: base64(salt),
      iterations,
      iv: base64(iv),
    };
  }
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64');
}
