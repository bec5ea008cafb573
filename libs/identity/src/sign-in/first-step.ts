import { Injectable } from '@nestjs/common';
import { Applications, Clock, Config, Database, isUuid, Refusal, type Application } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import type { Browser } from '../access/current-browser.js';
import { AccountService } from '../accounts/account.service.js';
import { noteSecurityEvent } from '../security-events/security-event.js';
import { staffCondition, staffRoles } from '../roles/role.js';
import { AccountSeals, sealedAccountColumns, type SealedAccount } from '../accounts/rows/account-seals.js';
import { SecurityEvents } from '../security-events/security-events.js';
import type { FirstStepKind, SecondStepState } from '../sessions/session.entity.js';
import { SessionService } from '../sessions/session.service.js';
import { KnownDevices } from '../sessions/known-devices.js';
import type { SignInPayload } from './sign-in-payload.type.js';

export interface Candidate {
  readonly id: string;
  readonly email: string;
  readonly passwordHash: string | null;
  readonly hasSecondStep: boolean;
  /** True if a passkey can replace the code from the app. */
  readonly hasPasskey: boolean;
  readonly isStaff: boolean;
  /** Without a seal, only the volunteer role applies until an operator vouches for the account. */
  readonly isSealed: boolean;
}

@Injectable()
export class FirstStep {
  private readonly applications: Applications;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly sessions: SessionService,
    private readonly accounts: AccountService,
    private readonly devices: KnownDevices,
    private readonly seals: AccountSeals,
    private readonly events: SecurityEvents,
    config: Config,
  ) {
    this.applications = new Applications(config);
  }

  /** Null if the account can't sign in. */
  candidate(email: string): Promise<Candidate | null> {
    return this.find('a.email = $1', email);
  }

  /** Null if the account can't sign in. */
  async candidateById(id: string): Promise<Candidate | null> {
    return isUuid(id) ? this.find('a.id = $1', id) : null;
  }

  private async find(condition: string, value: string): Promise<Candidate | null> {
    const [account] = await this.db.query<SealedAccount & { isStaff: boolean; hasPasskey: boolean }>(
      `SELECT ${sealedAccountColumns},
         ${staffCondition('a.id', '$2')} AS "isStaff",
         EXISTS (SELECT FROM identity.passkey p WHERE p.account_id = a.id) AS "hasPasskey"
       FROM identity.account a WHERE ${condition} AND a.disabled_at IS NULL`,
      [value, staffRoles],
    );
    if (!account) return null;
    const state = this.seals.stateOf(account);
    if (state === 'changed') {
      this.events.record({ kind: 'sign-in-failed', accountId: account.id, detail: 'account-changed' });
      return null;
    }
    const { id, passwordHash, totpConfirmedAt, isStaff, hasPasskey } = account;
    const candidate = { id, email: account.email, passwordHash, isStaff, hasPasskey, isSealed: state === 'sealed' };
    return { ...candidate, hasSecondStep: totpConfirmedAt !== null };
  }

  /**
   * Starts a full session, or one that only allows entering or setting up an app code. Pass `isSecondStepMet` if the
   * identity provider asked for a second factor.
   */
  async complete(
    candidate: Candidate,
    by: FirstStepKind,
    actor: Actor,
    browser: Browser,
    { isSecondStepMet = false } = {},
  ): Promise<SignInPayload> {
    const ownStep = secondStepOf(candidate, this.applications.applicationFor(browser.host));
    const step = isSecondStepMet && ownStep !== 'not-needed' ? 'done' : ownStep;
    const isComplete = step === 'not-needed' || step === 'done';
    const openedSession = await this.db.transaction(async (tx) => {
      if (isComplete) {
        await noteSecurityEvent(tx, {
          kind: 'signed-in',
          accountId: candidate.id,
          detail: by,
          at: this.clock.now(),
        });
      }
      return this.sessions.startSession(tx, {
        accountId: candidate.id,
        accountSealed: candidate.isSealed,
        by,
        step,
        actor,
        browser,
      });
    });
    this.sessions.setCookie(openedSession, browser);
    this.devices.remember(browser, candidate.email);
    if (isComplete) return { state: 'signed-in', account: await this.accounts.byId(candidate.id) };
    return { state: step, account: null, hasPasskey: candidate.hasPasskey };
  }
}

/**
 * Accounts with an app must enter its code; staff without one must set it up first, except on the host of the public
 * site, where staff roles don't count.
 */
export function secondStepOf(
  candidate: Candidate,
  application: Application = 'both',
): Exclude<SecondStepState, 'done'> {
  if (candidate.hasSecondStep) return 'needed';
  return candidate.isStaff && application !== 'site' ? 'setup-needed' : 'not-needed';
}

/** Returns the same error for a wrong address, password or code and for a disabled account. */
export function signInFailedRefusal(): Refusal {
  return new Refusal('SIGN_IN_FAILED', 'That didn’t work. Please check what you typed and try again.');
}
