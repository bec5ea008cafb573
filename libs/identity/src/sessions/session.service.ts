import { Injectable } from '@nestjs/common';
import {
  Applications,
  Clock,
  selectList,
  Config,
  Database,
  isUuid,
  notFound,
  Secrets,
  sha256,
  type Tx,
} from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { IsNull, MoreThan, Not } from 'typeorm';
import type { Actor } from '../access/actor.js';
import type { Browser } from '../access/current-browser.js';
import { noteSecurityEvent } from '../security-events/security-event.js';
import { SessionSeals, type SealedSession } from './session-seals.js';
import { RecentSignIn } from './recent-sign-in.js';
import { SessionCookie } from './session-cookie.js';
import { lifetimeOf, activeSessionCondition } from './session-lifetime.js';
import { type FirstStepKind, type SecondStepState, Session } from './session.entity.js';
import { tokenFor } from './session-token.js';

/** Set as a cookie after the row is committed. */
export interface OpenedSession {
  readonly token: string;
  readonly seconds: number;
}

export type SignOutHook = (browser: Browser, actor: Actor, isEverywhere: boolean) => Promise<unknown>;

/** Tokens are random, stored as hashes, and replaced whenever the person authenticates again. */
@Injectable()
export class SessionService {
  private readonly signOutHooks: SignOutHook[] = [];
  private readonly applications: Applications;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly cookie: SessionCookie,
    private readonly config: Config,
    private readonly recent: RecentSignIn,
    private readonly seals: SessionSeals,
  ) {
    this.applications = new Applications(config);
  }

  /** Registers a sign-out hook, for example to forget a remembered browser. */
  onSignOut(hook: SignOutHook): void {
    this.signOutHooks.push(hook);
  }

  /** Ends the browser's previous session, so no one continues another person's. */
  async startSession(
    tx: Tx,
    session: { accountId: string; accountSealed: boolean; by: FirstStepKind; step: SecondStepState } & {
      actor: Actor;
      browser: Browser;
    },
  ): Promise<OpenedSession> {
    const { accountId, accountSealed, by, step, actor, browser } = session;
    const opened = { token: this.newToken(browser), seconds: lifetimeOf(step) };
    const now = this.clock.now();
    const before = idOf(actor);
    if (before) await tx.manager.update(Session, { id: before, revokedAt: IsNull() }, { revokedAt: now });
    const sealed = {
      id: randomUUID(),
      tokenHash: sha256(opened.token),
      accountId,
      firstStep: by,
      secondStep: step,
      // A second factor at the identity provider doesn't count as a fresh code.
      secondStepAt: step === 'done' && by !== 'sso' ? now : null,
      createdAt: now,
      expiresAt: addSeconds(now, opened.seconds),
    };
    const seal = this.seals.sealOf({ ...sealed, accountSealed });
    await tx.manager.insert(Session, { ...sealed, userAgent: browser.userAgent, lastSeenAt: now, seal });
    return opened;
  }

  /** Replaces the token. */
  async passSecondStep(
    tx: Tx,
    { id, accountId, by, browser }: { id: string; accountId: string; by: 'app' | 'passkey'; browser: Browser },
  ): Promise<OpenedSession> {
    const opened = { token: this.newToken(browser), seconds: lifetimeOf('done') };
    const now = this.clock.now();
    const session = await this.seals.find(tx, id);
    if (session) {
      const expiresAt = addSeconds(now, opened.seconds);
      const change = { tokenHash: sha256(opened.token), secondStep: 'done', secondStepAt: now, expiresAt } as const;
      await this.write(tx, { ...session, ...change });
    }
    const detail = `${session?.firstStep ?? 'session'}+${by}`;
    await noteSecurityEvent(tx, { kind: 'signed-in', accountId, detail, at: now });
    return opened;
  }

  /** Pass `secondStepAt` if the actor entered an authenticator code or used a passkey. Returns null if the session has ended. */
  async renew(
    db: Pick<Tx, 'query'>,
    actor: Actor,
    { browser, secondStepAt }: { browser: Browser; secondStepAt?: Date },
  ): Promise<OpenedSession | null> {
    const token = this.newToken(browser);
    const session = await this.seals.find(db, idOf(actor));
    if (!session) return null;
    await this.write(db, { ...session, tokenHash: sha256(token), ...(secondStepAt && { secondStepAt }) });
    const remainingMs = session.expiresAt.valueOf() - this.clock.now().valueOf();
    return { token, seconds: Math.max(1, Math.floor(remainingMs / 1000)) };
  }

  async endOthers(tx: Tx, accountId: string, exceptId: string): Promise<void> {
    await tx.manager.update(
      Session,
      { accountId, id: Not(exceptId), revokedAt: IsNull() },
      { revokedAt: this.clock.now() },
    );
  }

  async endAll(tx: Tx, accountId: string): Promise<void> {
    await tx.manager.update(Session, { accountId, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
  }

  setCookie(session: OpenedSession, browser: Browser): void {
    browser.setCookie(this.cookie.createCookie(session.token, session.seconds));
  }

  async signOut(actor: Actor, browser: Browser): Promise<{ ok: boolean }> {
    const [id, accountId, at] = [idOf(actor), accountOf(actor), this.clock.now()];
    if (id && accountId) {
      await this.db.transaction(async (tx) => {
        await tx.manager.update(Session, id, { revokedAt: at });
        await noteSecurityEvent(tx, { kind: 'signed-out', accountId, at });
      });
    }
    return this.signOutFrom(actor, browser, false);
  }

  /** Ends this session too. @throws Refusal as `RecentSignIn.require` */
  async signOutEverywhere(actor: Actor, browser: Browser): Promise<{ ok: boolean }> {
    const accountId = actor.accountId ?? '';
    await this.recent.require(actor);
    await this.db.transaction(async (tx) => {
      await this.endAll(tx, accountId);
      await noteSecurityEvent(tx, { kind: 'signed-out-everywhere', accountId, at: this.clock.now() });
    });
    return this.signOutFrom(actor, browser, true);
  }

  /** Keeps this session. @throws Refusal as `RecentSignIn.require` */
  async signOutElsewhere(actor: Actor): Promise<{ ok: boolean }> {
    const accountId = actor.accountId ?? '';
    await this.recent.require(actor);
    await this.db.transaction(async (tx) => {
      await this.endOthers(tx, accountId, actor.sessionId ?? '');
      await noteSecurityEvent(tx, { kind: 'session-revoked', accountId, at: this.clock.now() });
    });
    return { ok: true };
  }

  private async signOutFrom(actor: Actor, browser: Browser, isEverywhere: boolean): Promise<{ ok: boolean }> {
    for (const hook of this.signOutHooks) await hook(browser, actor, isEverywhere);
    browser.setCookie(this.cookie.clearCookie());
    return { ok: true };
  }

  /** Sorts active sessions, most recently used first. */
  findMine(actor: Actor): Promise<Session[]> {
    return this.db.query<Session>(
      `SELECT ${selectList(Session, 's', 'owner')}, id = $2 AS current
       FROM identity.session s WHERE account_id = $1 AND revoked_at IS NULL AND expires_at > $3 AND ${activeSessionCondition('$3', '$4')}
       ORDER BY last_seen_at DESC, id`,
      [actor.accountId, actor.sessionId, this.clock.now(), this.config.STAFF_IDLE_MINUTES],
    );
  }

  /** @throws Refusal NOT_FOUND, or as `RecentSignIn.require` */
  async revoke(actor: Actor, id: string): Promise<{ ok: boolean }> {
    const at = this.clock.now();
    await this.recent.require(actor);
    await this.db.transaction(async (tx) => {
      if (!isUuid(id)) throw notFound('This session');
      const mine = { id, accountId: actor.accountId!, revokedAt: IsNull(), expiresAt: MoreThan(at) };
      const { affected } = await tx.manager.update(Session, mine, { revokedAt: at });
      if (!affected) throw notFound('This session');
      await noteSecurityEvent(tx, { kind: 'session-revoked', accountId: actor.accountId ?? '', at });
    });
    return { ok: true };
  }

  private async write(db: Pick<Tx, 'query'>, session: SealedSession): Promise<void> {
    await db.query(
      `UPDATE identity.session SET token_hash = $2, second_step = $3, second_step_at = $4, expires_at = $5, seal = $6
       WHERE id = $1 AND revoked_at IS NULL`,
      [
        session.id,
        session.tokenHash,
        session.secondStep,
        session.secondStepAt,
        session.expiresAt,
        this.seals.sealOf(session),
      ],
    );
  }

  private newToken({ host }: Browser): string {
    return tokenFor(this.applications.applicationFor(host), this.secrets.randomToken());
  }
}

function idOf(actor: Actor): string | null {
  return actor.sessionId ?? actor.halfSignedIn?.sessionId ?? null;
}

function accountOf(actor: Actor): string | null {
  return actor.accountId ?? actor.halfSignedIn?.accountId ?? null;
}

function addSeconds(from: Date, seconds: number): Date {
  return new Date(from.valueOf() + seconds * 1000);
}
