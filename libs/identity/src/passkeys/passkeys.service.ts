import { Injectable } from '@nestjs/common';
import {
  type Acknowledgement,
  Clock,
  Config,
  Database,
  isUuid,
  JobQueue,
  notFound,
  readValidInput,
  Refusal,
  selectList,
  type Tx,
} from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.js';
import type { Browser } from '../access/current-browser.js';
import { FreshSecondStep } from '../authenticators/fresh-second-step.js';
import { noteSecurityEvent } from '../security-events/security-event.js';
import { AccountSeals } from '../accounts/rows/account-seals.js';
import { FirstStep } from '../sign-in/first-step.js';
import { SessionService } from '../sessions/session.service.js';
import { PasskeyChallenges, type ChallengeUse } from './passkey-challenges.js';
import { AddPasskeyInput, type MyPasskey, Passkey } from './passkey.entity.js';
import type { PasskeyCreationOptions } from './passkey-options.type.js';
import { PasskeySeals } from './passkey-seals.js';
import { PasskeyVerifier } from './passkey-verifier.js';
import { findAccountName } from '../accounts/rows/account-columns.js';

const maxPasskeys = 20;

/** Adds, lists and removes the passkeys of a staff account. */
@Injectable()
export class Passkeys {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly queue: JobQueue,
    private readonly accounts: AccountSeals,
    private readonly seals: PasskeySeals,
    private readonly challenges: PasskeyChallenges,
    private readonly verifier: PasskeyVerifier,
    private readonly freshSecondStep: FreshSecondStep,
    private readonly firstStep: FirstStep,
    private readonly sessions: SessionService,
  ) {}

  /** Oldest first. */
  list(actor: Actor): Promise<MyPasskey[]> {
    return this.find('p.account_id = $1', actor.accountId);
  }

  /** A stolen session must not be able to add one. @throws Refusal NOT_ALLOWED, SECOND_STEP_AGAIN or TOO_MANY_PASSKEYS */
  async begin(actor: Actor, browser: Browser): Promise<PasskeyCreationOptions> {
    const { accountId } = idsOf(actor);
    if (!(await this.firstStep.candidateById(accountId))?.isStaff)
      throw new Refusal('NOT_ALLOWED', 'Your account doesn’t have access to this.');
    const { credentialIds, email, name } = await this.db.transaction(async (tx) => {
      await this.freshSecondStep.require(tx, actor);
      const { email } = await this.accounts.lock(tx, accountId);
      const name = (await findAccountName(tx, accountId))!;
      return { credentialIds: await this.requireRoom(tx, accountId), email, name };
    });
    return {
      challenge: this.challenges.issue(useOf(actor), browser),
      rpId: this.verifier.rpId,
      rpName: this.config.ORGANIZATION_NAME,
      userId: userHandleOf(accountId),
      userName: email,
      userDisplayName: name,
      credentialIds,
    };
  }

  /**
   * Notifies the owner by email.
   * @throws Refusal BAD_INPUT, SECOND_STEP_AGAIN, TOO_MANY_PASSKEYS or PASSKEY_ALREADY_ADDED, or as `PasskeyVerifier`
   */
  async add(actor: Actor, input: AddPasskeyInput, browser: Browser): Promise<MyPasskey> {
    const values = readValidInput(AddPasskeyInput, input);
    const { accountId } = idsOf(actor);
    // Checked first, so that the response can be sent again after another code.
    await this.db.transaction((tx) => this.freshSecondStep.require(tx, actor));
    const challenge = await this.verifier.redeemChallenge(input.attestation, useOf(actor), browser);
    const credential = await this.verifier.readNewCredential(input.attestation, challenge);
    const passkey = { id: randomUUID(), accountId, ...credential };
    await this.db.transaction(async (tx) => {
      await this.accounts.lock(tx, accountId);
      await this.requireRoom(tx, accountId);
      const added = await tx.query(
        `INSERT INTO identity.passkey (id, account_id, credential_id, public_key, counter, name, created_at, seal)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
        [
          passkey.id,
          accountId,
          passkey.credentialId,
          passkey.publicKey,
          passkey.counter,
          values.name,
          this.clock.now(),
          this.seals.sealOf(passkey),
        ],
      );
      if (added.length === 0)
        throw new Refusal('PASSKEY_ALREADY_ADDED', 'This passkey is already set up. Use another device.');
      await this.notify(tx, 'passkey-added', accountId);
    });
    const [added] = await this.find('p.id = $1', passkey.id);
    return added!;
  }

  /** Ends other sessions, because the device may be lost. @throws Refusal NOT_FOUND or SECOND_STEP_AGAIN */
  async remove(actor: Actor, id: string): Promise<Acknowledgement> {
    const { accountId, sessionId } = idsOf(actor);
    await this.db.transaction(async (tx) => {
      await this.freshSecondStep.require(tx, actor);
      await this.accounts.lock(tx, accountId);
      if (!isUuid(id)) throw notFound('This passkey');
      const { affected } = await tx.manager.delete(Passkey, { id, accountId });
      if (!affected) throw notFound('This passkey');
      await this.sessions.endOthers(tx, accountId, sessionId);
      await this.notify(tx, 'passkey-removed', accountId);
    });
    return { ok: true };
  }

  /** For a reset of two-step sign-in. */
  async deleteAll(tx: Tx, accountId: string): Promise<void> {
    await tx.query('DELETE FROM identity.passkey WHERE account_id = $1', [accountId]);
  }

  /** Returns the IDs of existing credentials, so that a device isn't added twice. The account must be locked. */
  private async requireRoom(tx: Tx, accountId: string): Promise<string[]> {
    const passkeys = await tx.query<{ credentialId: Buffer }>(
      'SELECT credential_id AS "credentialId" FROM identity.passkey WHERE account_id = $1',
      [accountId],
    );
    if (passkeys.length >= maxPasskeys)
      throw new Refusal('TOO_MANY_PASSKEYS', `You have ${maxPasskeys} passkeys. Remove one of them first.`, {
        most: maxPasskeys,
      });
    return passkeys.map(({ credentialId }) => credentialId.toString('base64url'));
  }

  private async notify(tx: Tx, kind: 'passkey-added' | 'passkey-removed', accountId: string): Promise<void> {
    await noteSecurityEvent(tx, { kind, accountId, at: this.clock.now() });
    tx.afterCommit(() => this.queue.enqueue('make-sign-in-mails'));
  }

  private find(condition: string, value: string | null): Promise<MyPasskey[]> {
    return this.db.query<MyPasskey & Record<string, unknown>>(
      `SELECT ${selectList(Passkey, 'p', 'owner')} FROM identity.passkey p
       WHERE ${condition} ORDER BY p.created_at, p.id`,
      [value],
    );
  }
}

function idsOf({ accountId, sessionId }: Actor): { accountId: string; sessionId: string } {
  if (!accountId || !sessionId) throw new Refusal('NOT_SIGNED_IN', 'Please sign in first.');
  return { accountId, sessionId };
}

const useOf = ({ sessionId }: Actor): ChallengeUse => ({ kind: 'add', sessionId });

/** The handle is the account ID as 16 bytes. */
export function userHandleOf(accountId: string): string {
  return Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url');
}
