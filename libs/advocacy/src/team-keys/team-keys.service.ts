import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { notFound, Refusal } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { ConsultationKey } from './sealed-text.js';
import { accountOf, advocateReader } from '../database/sealed-reader.js';
import type { SealedTx } from '../database/sealed-tx.js';
import { SealedZone } from '../sealed/sealed-zone.js';
import type { CreateAdvocateKeyInput, CreateTeamKeyInput, ShareTeamKeyInput } from './advocate-keys.input.js';
import type { AdvocateKeys } from './advocate-keys.js';
import { AdvocateKeyReads } from './advocate-key-reads.js';
import { teamKey, teamKeys } from './team-key-rows.js';
import { bytes, modulusBytes, typedPublicKey, readKeyDerivation, typedWrappedKey } from './typed-keys.js';
import type { AuditAction } from '../database/audit-entry.js';

/**
 * Manages the keys for texts sealed in browsers. The server has only public keys, and private keys wrapped for
 * browsers.
 */
@Injectable()
export class TeamKeys {
  constructor(
    private readonly zone: SealedZone,
    private readonly reads: AdvocateKeyReads,
  ) {}

  /** Returns the key that browsers use; null without a sealed zone or a key. */
  async current(): Promise<ConsultationKey | null> {
    if (!this.zone.isOpen) return null;
    const [key] = await this.zone.runAs({ kind: 'system', job: 'consultation-key' }, teamKeys);
    return key ? { keyId: key.keyId, publicKey: key.publicKey.toString('base64') } : null;
  }

  async all(actor: Actor): Promise<AdvocateKeys> {
    return this.zone.runAs(advocateReader(actor), (tx) => this.reads.readKeys(tx));
  }

  /**
   * Creates the actor's key pair. Replacing an existing pair must be explicit, because keys shared with it are lost.
   * @throws Refusal BAD_INPUT, KEY_EXISTS
   */
  async createMine(actor: Actor, input: CreateAdvocateKeyInput): Promise<AdvocateKeys> {
    const publicKey = typedPublicKey('publicKey', input.publicKey);
    const { wrappedPrivateKey, iv } = typedWrappedKey(input);
    const { salt, iterations } = readKeyDerivation(input);
    const reader = advocateReader(actor);
    return this.zone.runAs(reader, async (tx) => {
      const me = reader.accountId;
      if (input.replace) await tx.query('DELETE FROM sealed.advocate_key WHERE account_id = $1', [me]);
      const insertedRows = await tx.query(
        `INSERT INTO sealed.advocate_key (account_id, public_key, wrapped_private_key, salt, iterations, iv, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (account_id) DO NOTHING RETURNING account_id`,
        [me, publicKey, wrappedPrivateKey, salt, iterations, iv, tx.at],
      );
      if (insertedRows.length === 0) throw new Refusal('KEY_EXISTS', 'You have a key already.');
      return this.auditAndRead(tx, 'key-made', me);
    });
  }

  /** @throws Refusal BAD_INPUT, KEY_NEEDED */
  async createTeam(actor: Actor, input: CreateTeamKeyInput): Promise<AdvocateKeys> {
    const publicKey = typedPublicKey('publicKey', input.publicKey);
    return this.zone.runAs(advocateReader(actor), async (tx) => {
      const keyId = randomUUID();
      await tx.query('INSERT INTO sealed.team_key (id, public_key, created_by, created_at) VALUES ($1, $2, $3, $4)', [
        keyId,
        publicKey,
        accountOf(tx.reader),
        tx.at,
      ]);
      await insertShare(tx, { keyId, accountId: accountOf(tx.reader) ?? '', ...input });
      return this.auditAndRead(tx, 'team-key-made', keyId);
    });
  }

  /** @throws Refusal BAD_INPUT; NOT_FOUND if the actor doesn't hold the key or there is no such advocate; KEY_NEEDED */
  async share(actor: Actor, input: ShareTeamKeyInput): Promise<AdvocateKeys> {
    const advocate = (await this.reads.advocates()).find(
      ({ accountId }) => accountId === input.accountId.toLowerCase(),
    );
    if (!advocate) throw notFound('This advocate');
    return this.zone.runAs(advocateReader(actor), async (tx) => {
      const key = await teamKey(tx, input.keyId);
      const ownShares =
        key &&
        (await tx.query('SELECT FROM sealed.team_key_share WHERE key_id = $1 AND account_id = $2', [
          key.keyId,
          accountOf(tx.reader),
        ]));
      if (!key || ownShares?.length === 0) throw notFound('This key');
      await insertShare(tx, { ...input, keyId: key.keyId, accountId: advocate.accountId });
      return this.auditAndRead(tx, 'team-key-shared', key.keyId);
    });
  }

  private async auditAndRead(tx: SealedTx, action: AuditAction, id: string): Promise<AdvocateKeys> {
    tx.audit({ action, recordKind: 'keys', recordId: id });
    return this.reads.readKeys(tx);
  }
}

/** @throws Refusal BAD_INPUT, KEY_NEEDED */
async function insertShare(tx: SealedTx, { keyId, accountId, ...input }: ShareTeamKeyInput): Promise<void> {
  const [holder] = await tx.query<{ publicKey: Buffer }>(
    'SELECT public_key AS "publicKey" FROM sealed.advocate_key WHERE account_id = $1',
    [accountId],
  );
  if (!holder) throw new Refusal('KEY_NEEDED', 'Create your own key first.');
  const { wrappedPrivateKey, iv } = typedWrappedKey(input);
  const wrappedKey = bytes('wrappedKey', input.wrappedKey, [modulusBytes(holder.publicKey)]);
  await tx.query(
    `INSERT INTO sealed.team_key_share (key_id, account_id, wrapped_private_key, wrapped_key, iv, shared_by, shared_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (key_id, account_id) DO UPDATE SET wrapped_private_key = excluded.wrapped_private_key,
       wrapped_key = excluded.wrapped_key, iv = excluded.iv, shared_by = excluded.shared_by,
       shared_at = excluded.shared_at`,
    [keyId, accountId, wrappedPrivateKey, wrappedKey, iv, accountOf(tx.reader), tx.at],
  );
}
