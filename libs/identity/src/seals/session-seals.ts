import { Injectable } from '@nestjs/common';
import { RowSeals, type Database } from '@upstander/platform';
import type { FirstStepKind, SecondStepState } from '../sessions/session.entity.js';

/** The columns of a session that its seal covers. */
export interface SealedSession {
  id: string;
  tokenHash: Buffer;
  accountId: string;
  firstStep: FirstStepKind | null;
  secondStep: SecondStepState;
  secondStepAt: Date | null;
  createdAt: Date;
  expiresAt: Date;
  /** True if the account was sealed when the session began: without that it holds no power. */
  accountSealed: boolean;
}

export type SessionRow = SealedSession & { seal: Buffer | null };

/** The columns that `SealedSession` names, of a session `s` of an account `a`. */
export const sealedSessionColumns = `s.id, s.token_hash AS "tokenHash", s.account_id AS "accountId",
  s.first_step AS "firstStep", s.second_step AS "secondStep", s.second_step_at AS "secondStepAt",
  s.created_at AS "createdAt", s.expires_at AS "expiresAt", a.seal IS NOT NULL AS "accountSealed", s.seal`;

/** Seals sessions, so that a row written past the programs signs no one in. */
@Injectable()
export class SessionSeals {
  constructor(private readonly seals: RowSeals) {}

  sealOf(session: SealedSession): Buffer {
    return this.seals.make('session', valuesOf(session));
  }

  isGenuine({ seal, ...session }: SessionRow): boolean {
    return this.seals.isGenuine('session', valuesOf(session), seal);
  }

  /** Reads a session that is neither ended nor forged; null otherwise. */
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
