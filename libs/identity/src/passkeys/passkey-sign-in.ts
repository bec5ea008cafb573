import { Injectable } from '@nestjs/common';
import { type Acknowledgement, Clock, Database, Refusal, type Tx } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import type { Browser } from '../access/current-browser.js';
import { AccountService } from '../accounts/account.service.js';
import { RateLimits } from '../rate-limits/rate-limits.js';
import { RecoveryCodes } from '../recovery-codes/recovery-codes.js';
import { noteSecurityEvent } from '../security-events/security-event.js';
import { GrantSeals } from '../seals/grant-seals.js';
import { SecurityEvents } from '../security-events/security-events.js';
import { KnownDevices } from '../sessions/known-devices.js';
import { type OpenedSession, SessionService } from '../sessions/session.service.js';
import { type Candidate, FirstStep, signInFailedRefusal } from '../sign-in/first-step.js';
import type { SignInPayload } from '../sign-in/sign-in-payload.type.js';
import { PasskeyChallenges, type ChallengeUse } from './passkey-challenges.js';
import type { PasskeyRequestOptions } from './passkey-options.type.js';
import type { PasskeyAssertion } from './passkey-response.input.js';
import { PasskeySeals } from './passkey-seals.js';
import { PasskeyVerifier } from './passkey-verifier.js';

/** A passkey signs in alone, completes a sign-in in place of the app, or confirms who is at the computer. */
@Injectable()
export class PasskeySignIn {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly challenges: PasskeyChallenges,
    private readonly verifier: PasskeyVerifier,
    private readonly seals: PasskeySeals,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly grants: GrantSeals,
    private readonly firstStep: FirstStep,
    private readonly sessions: SessionService,
    private readonly devices: KnownDevices,
    private readonly accounts: AccountService,
    private readonly events: SecurityEvents,
  ) {}

  /** The device offers its passkeys, so the options reveal nothing about accounts. */
  begin(browser: Browser): PasskeyRequestOptions {
    return { challenge: this.challenges.issue(signInUse, browser), rpId: this.verifier.rpId, credentialIds: [] };
  }

  /**
   * Signs in without a password. Unknown, removed and wrong passkeys and closed accounts get the same answer.
   * @throws Refusal SIGN_IN_FAILED, PASSKEY_NEEDS_BACKUP, PASSKEY_SECOND_ONLY or TOO_MANY_TRIES, or as `PasskeyVerifier.redeemChallenge`
   */
  async signIn(actor: Actor, assertion: PasskeyAssertion, browser: Browser): Promise<SignInPayload> {
    const { address } = actor;
    await this.limits.consume('passkey-by-address', address);
    const challenge = await this.verifier.redeemChallenge(assertion, signInUse, browser);
    const candidate = await this.firstStep.candidateById(accountIdOf(assertion));
    const opened = candidate?.isStaff
      ? await this.db.transaction((tx) => this.open(tx, { candidate, assertion, challenge, actor, browser }))
      : 'failed';
    if (!candidate || opened === 'failed') {
      this.events.record({ kind: 'sign-in-failed', accountId: candidate?.id, detail: 'passkey', address });
      throw signInFailedRefusal();
    }
    await this.limits.giveBackPoint('passkey-by-address', address);
    if (opened === 'needs-backup') throw needsBackupRefusal();
    if (opened === 'second-only') throw secondOnlyRefusal();
    this.sessions.setCookie(opened, browser);
    this.devices.remember(browser, candidate.email);
    return { state: 'signed-in', account: await this.accounts.byId(candidate.id) };
  }

  private async open(
    tx: Tx,
    attempt: {
      candidate: Candidate;
      assertion: PasskeyAssertion;
      challenge: string;
      actor: Actor;
      browser: Browser;
    },
  ): Promise<OpenedSession | 'failed' | 'needs-backup' | 'second-only'> {
    const { candidate, assertion, challenge, actor, browser } = attempt;
    const { id: accountId, isSealed: accountSealed } = candidate;
    if (!(await this.verifier.isSigned(tx, accountId, assertion, challenge))) return 'failed';
    // A passkey that is synced to a shared or family account must not be enough for the sealed zone.
    const roles = await this.grants.findVerifiedRoles(tx, accountId);
    if (roles.some(({ role }) => role === 'advocate')) return 'second-only';
    if (!(await this.hasBackup(tx, accountId))) return 'needs-backup';
    await noteSecurityEvent(tx, { kind: 'signed-in', accountId, detail: 'passkey', at: this.clock.now() });
    return this.sessions.startSession(tx, { accountId, accountSealed, by: 'passkey', step: 'done', actor, browser });
  }

  /** True with a second passkey or unused recovery codes. Otherwise the loss of one device would lock the owner out. */
  private async hasBackup(tx: Tx, accountId: string): Promise<boolean> {
    const passkeys = await this.seals.lock(tx, accountId);
    return passkeys.length > 1 || (await this.recoveryCodes.count(accountId, tx)) > 0;
  }

  /** For the second step, or to confirm again. @throws Refusal NO_PASSKEY */
  async beginConfirmation(actor: Actor, browser: Browser): Promise<PasskeyRequestOptions> {
    const { accountId, sessionId } = ownerOf(actor);
    const passkeys = await this.db.transaction((tx) => this.seals.lock(tx, accountId));
    if (passkeys.length === 0) throw new Refusal('NO_PASSKEY', 'Your account has no passkey yet.');
    return {
      challenge: this.challenges.issue({ kind: 'confirm', sessionId }, browser),
      rpId: this.verifier.rpId,
      credentialIds: passkeys.map(({ credentialId }) => credentialId.toString('base64url')),
    };
  }

  /** Completes a sign-in. @throws Refusal NOT_HALFWAY, or as `confirm` */
  async completeSecondStep(actor: Actor, assertion: PasskeyAssertion, browser: Browser): Promise<SignInPayload> {
    const half = actor.halfSignedIn;
    if (half?.step !== 'needed') throw new Refusal('NOT_HALFWAY', 'There’s no sign-in to complete. Please sign in.');
    await this.confirm(actor, assertion, browser, (tx) =>
      this.sessions.passSecondStep(tx, { id: half.sessionId, accountId: half.accountId, by: 'passkey', browser }),
    );
    return { state: 'signed-in', account: await this.accounts.byId(half.accountId) };
  }

  /** Counts as a fresh code from the app. Renews the token of the session. @throws Refusal as `confirm` */
  async prove(actor: Actor, assertion: PasskeyAssertion, browser: Browser): Promise<Acknowledgement> {
    await this.confirm(actor, assertion, browser, async (tx) =>
      actor.secondStepDone ? this.sessions.renew(tx, actor, { browser, secondStepAt: this.clock.now() }) : null,
    );
    return { ok: true };
  }

  /** @throws Refusal WRONG_PASSKEY or TOO_MANY_TRIES, or as `PasskeyVerifier.redeemChallenge` */
  private async confirm(
    actor: Actor,
    assertion: PasskeyAssertion,
    browser: Browser,
    continueSession: (tx: Tx) => Promise<OpenedSession | null>,
  ): Promise<void> {
    const { accountId, sessionId } = ownerOf(actor);
    await this.limits.consume('second-step', accountId);
    const challenge = await this.verifier.redeemChallenge(assertion, { kind: 'confirm', sessionId }, browser);
    const opened = await this.db.transaction(async (tx) =>
      (await this.verifier.isSigned(tx, accountId, assertion, challenge)) ? continueSession(tx) : null,
    );
    if (!opened) {
      this.events.record({ kind: 'second-step-failed', accountId, detail: 'passkey' });
      throw new Refusal('WRONG_PASSKEY', 'This passkey isn’t set up for your account, or it was removed.');
    }
    this.sessions.setCookie(opened, browser);
    await this.limits.reset('second-step', accountId);
  }
}

const signInUse: ChallengeUse = { kind: 'sign-in', sessionId: null };

function ownerOf({ accountId, sessionId, halfSignedIn }: Actor): { accountId: string; sessionId: string } {
  if (halfSignedIn) return halfSignedIn;
  if (!accountId || !sessionId) throw new Refusal('NOT_SIGNED_IN', 'Please sign in first.');
  return { accountId, sessionId };
}

/** Returns an empty text if the response has no handle of an account. */
function accountIdOf({ userHandle }: PasskeyAssertion): string {
  const hex = Buffer.from(userHandle ?? '', 'base64url').toString('hex');
  return hex.length === 32 ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : '';
}

function needsBackupRefusal(): Refusal {
  return new Refusal(
    'PASSKEY_NEEDS_BACKUP',
    'Your passkey can’t sign you in on its own yet. Sign in with your password and use the passkey as the second step. Then add another passkey or create recovery codes under My account.',
  );
}

function secondOnlyRefusal(): Refusal {
  return new Refusal(
    'PASSKEY_SECOND_ONLY',
    'Advocates sign in with their password or an emailed code first. Then you can use your passkey as the second step.',
  );
}
