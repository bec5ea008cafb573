import { Injectable } from '@nestjs/common';
import { Applications, Clock, Config, Database, sha256, type Application } from '@upstander/platform';
import type { FastifyRequest } from 'fastify';
import { anonymous, type Actor, type CustomGrant } from '../access/actor.js';
import { CustomGrants, customGrantsSql, type CustomGrantRow } from '../custom-roles/custom-grants.js';
import type { LocaleName } from '../languages/locale.js';
import { staffRoles, type GrantedRole } from '../roles/role.js';
import { GrantSeals, grantsSql, type GrantRow } from '../seals/grant-seals.js';
import { sealedSessionColumns, SessionSeals, type SessionRow } from './session-seals.js';
import { activeSessionCondition } from './session-lifetime.js';
import { SessionCookie } from './session-cookie.js';
import { isTokenOf } from './session-token.js';
import type { SecondStepState } from './session.entity.js';

/** A session whose own seal and role seals were verified. */
interface CheckedSession {
  session_id: string;
  second_step: SecondStepState;
  account_id: string;
  email: string;
  locale: LocaleName;
  grants: GrantedRole[];
  customGrants: CustomGrant[];
  recordIds: string[];
}

interface SessionDetails extends SessionRow {
  email: string;
  locale: LocaleName;
  seenLongAgo: boolean;
  grants: GrantRow[];
  customGrants: CustomGrantRow[];
  recordIds: string[];
}

@Injectable()
export class SessionReader {
  private readonly applications: Applications;

  constructor(
    private readonly cookie: SessionCookie,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly seals: SessionSeals,
    private readonly grants: GrantSeals,
    private readonly customGrants: CustomGrants,
  ) {
    this.applications = new Applications(config);
  }

  /** Synchronous without a cookie; otherwise takes one query. */
  actorOf(request: FastifyRequest): Actor | Promise<Actor> {
    const token = this.cookie.readToken(request.headers.cookie);
    const application = this.applications.applicationFor(request.headers.host);
    return token && isTokenOf(application, token)
      ? this.actorBy(token, request.ip, application)
      : anonymous(request.ip);
  }

  private async actorBy(token: string, address: string, application: Application): Promise<Actor> {
    const [row] = await this.db.queryNamed<SessionDetails>('session-by-token', sessionByToken, [
      sha256(token),
      this.clock.now(),
      this.config.STAFF_IDLE_MINUTES,
    ]);
    if (!row || !this.seals.isGenuine(row)) return anonymous(address);
    if (row.seenLongAgo) await this.touch(row.id);
    const { id, accountId, secondStep, email, locale } = row;
    const claims = { session_id: id, account_id: accountId, second_step: secondStep, email, locale };
    const grants = this.grants.verify({ id: accountId, isSealed: row.accountSealed }, row.grants);
    const recordIds = row.accountSealed ? row.recordIds : [];
    const customGrants = row.accountSealed ? this.customGrants.verify(accountId, row.customGrants) : [];
    return actorFrom({ ...claims, grants, customGrants, recordIds }, address, application);
  }

  private async touch(id: string): Promise<void> {
    await this.db.query('UPDATE identity.session SET last_seen_at = $2 WHERE id = $1', [id, this.clock.now()]);
  }
}

/**
 * Grants no rights until the app code is entered, and no staff roles without two-step sign-in or on the host of the public
 * site, if the admin has its own.
 */
export function actorFrom(row: CheckedSession, address: string, application: Application = 'both'): Actor {
  const { session_id: sessionId, account_id: accountId, email, locale, second_step: step, grants } = row;
  if (step === 'needed' || step === 'setup-needed') {
    return { ...anonymous(address), halfSignedIn: { accountId, sessionId, step } };
  }
  const secondStepDone = step === 'done';
  const countsAsStaff = secondStepDone && application !== 'site';
  return {
    accountId,
    sessionId,
    email,
    locale,
    grants: countsAsStaff ? grants : grants.filter(({ role }) => !staffRoles.includes(role)),
    customGrants: countsAsStaff ? row.customGrants : [],
    recordIds: countsAsStaff ? row.recordIds : [],
    secondStepDone,
    halfSignedIn: null,
    address,
  };
}

// `last_seen_at` is accurate to a minute, which avoids a write per request.
const sessionByToken = `
  SELECT ${sealedSessionColumns}, a.email::text, a.locale,
    s.last_seen_at < $2::timestamptz - interval '1 minute' AS "seenLongAgo",
    ${grantsSql('s.account_id')} AS grants,
    ${customGrantsSql('s.account_id')} AS "customGrants",
    ARRAY(SELECT rg.record_id::text FROM identity.record_grant rg WHERE rg.account_id = s.account_id) AS "recordIds"
  FROM identity.session s
  JOIN identity.account a ON a.id = s.account_id
  WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND a.disabled_at IS NULL
    AND ${activeSessionCondition('$2', '$3')}`;
