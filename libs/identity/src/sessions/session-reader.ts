import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, sha256 } from '@upstander/platform';
import type { FastifyRequest } from 'fastify';
import { anonymous, type Actor } from '../access/actor.js';
import type { LocaleName } from '../accounts/locale.js';
import { staffRoles, type GrantedRole } from '../grants/role.js';
import { notIdle } from './session-lifetime.js';
import { SessionCookie } from './session-cookie.js';
import type { SecondStepState } from './session.entity.js';

interface SessionRow {
  session_id: string;
  second_step: SecondStepState;
  account_id: string;
  email: string;
  locale: LocaleName;
  seen_long_ago: boolean;
  grants: GrantedRole[];
}

/** From a cookie to an actor. */
@Injectable()
export class SessionReader {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The actor of a request: at once when there is no cookie, after one statement when there is. */
  actorOf(request: FastifyRequest): Actor | Promise<Actor> {
    const token = this.cookie.readToken(request.headers.cookie);
    return token ? this.actorBy(token, request.ip) : anonymous(request.ip);
  }

  private async actorBy(token: string, address: string): Promise<Actor> {
    const [row] = await this.db.named<SessionRow>('session-by-token', sessionByToken, [
      sha256(token),
      this.clock.now(),
      this.config.STAFF_IDLE_MINUTES,
    ]);
    if (!row) return anonymous(address);
    if (row.seen_long_ago) await this.seen(row.session_id);
    return actorFrom(row, address);
  }

  private async seen(id: string): Promise<void> {
    await this.db.query('UPDATE identity.session SET last_seen_at = $2 WHERE id = $1', [id, this.clock.now()]);
  }
}

/** What a session is worth: nothing while its second step is outstanding, and no staff role without that step. */
export function actorFrom(row: Omit<SessionRow, 'seen_long_ago'>, address: string): Actor {
  const { session_id: sessionId, account_id: accountId, email, locale, second_step: step, grants } = row;
  if (step === 'needed' || step === 'setup-needed') {
    return { ...anonymous(address), halfSignedIn: { accountId, sessionId, step } };
  }
  const secondStepDone = step === 'done';
  const counting = secondStepDone ? grants : grants.filter(({ role }) => !staffRoles.includes(role));
  return { accountId, sessionId, email, locale, grants: counting, secondStepDone, halfSignedIn: null, address };
}

// "Last seen" ends idle sessions and lets people recognise theirs; a minute is exact enough and spares a write a request.
const sessionByToken = `
  SELECT s.id AS session_id, s.second_step, s.account_id, a.email::text, a.locale,
    s.last_seen_at < $2::timestamptz - interval '1 minute' AS seen_long_ago,
    coalesce((
      SELECT json_agg(json_build_object('role', g.role, 'chapterId', g.chapter_id))
      FROM identity."grant" g WHERE g.account_id = s.account_id
    ), '[]') AS grants
  FROM identity.session s
  JOIN identity.account a ON a.id = s.account_id
  WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND a.disabled_at IS NULL
    AND ${notIdle('$2', '$3')}`;
