import { Injectable } from '@nestjs/common';
import { RowSeals, type Database } from '@upstander/platform';
import type { FirstStepKind, SecondStepState } from './session.entity.js';

export interface SealedSession {
  id: string;
  tokenHash: Buffer;
  accountId: string;
  firstStep: FirstStepKind | null;
  secondStep: SecondStepState;
  secondStepAt: Date | null;
  createdAt: Date;
  expiresAt: Date;
  /** Otherwise only the volunteer role applies. */
  accountSealed: boolean;
}

export type SessionRow = SealedSession & { seal: Buffer | null };

/** Select list for `SealedSession`, from session `s` and account `a`. */
export const sealedSessionColumns = `s.id, s.token_hash AS "tokenHash", s.account_id AS "accountId",
  s.first_step AS "firstStep", s.second_step AS "secondStep", s.second_step_at AS "secondStepAt",
  s.created_at AS "createdAt", s.expires_at AS "expiresAt", a.seal IS NOT NULL AS "accountSealed", s.seal`;

/** Sessions written outside the application sign no one in. */
@Injectable()
export class SessionSeals {
  constructor(private readonly seals: RowSeals) {}

  sealOf(session: SealedSession): Buffer {
    return this.seals.create('session', valuesOf(session));
  }

  isGenuine({ seal, ...session }: SessionRow): boolean {
    return this.seals.isGenuine('session', valuesOf(session), seal);
  }

  /** Returns an active session with a genuine seal, or null. */
  async find(db: Pick<Database, 'query'>, id: string | null | undefined): Promise<SealedSession | null> {
    const [session] = await db.query<SessionRow>(
      `SELECT ${sealedSessionColumns} FROM identity.session s JOIN identity.account a ON a.id = s.account_id
       WHERE s.id = $1 AND s.revoked_at IS NULL`,
      [id],
    );
    return session && this.isGenuine(session) ? session : null;
  }
}

function valuesOf(session: SealedSession) {
  return [
    session.id,
    session.tokenHash,
    session.accountId,
    session.firstStep,
    session.secondStep,
    session.secondStepAt,
    session.createdAt,
    session.expiresAt,
    session.accountSealed,
  ];
}
