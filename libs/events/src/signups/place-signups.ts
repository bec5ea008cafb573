import { Clock, Config, Database, keyReused, notThere, Refusal, type Tx } from '@upstander/platform';
import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import type { Arrival } from './arrival.js';
import type { SignupStatus } from './signup-status.js';
import type { SignUpReceipt } from './my-signup.js';

/** A sign-up that is in: made now, or found there. */
export interface Placed extends SignUpReceipt {
  outcome: 'new' | 'again' | 'there';
}

interface OutcomeRow extends QueryResultRow {
  outcome: Placed['outcome'] | 'NOT_FOUND' | 'SIGN_UP_CLOSED' | 'IDEMPOTENCY_KEY_REUSED';
  id: string;
  status: SignupStatus;
  place_in_line: number | null;
}

/** One call of events.place_signups: every arrival gets its own answer, a place or a refusal. */
@Injectable()
export class PlaceSignups {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Durable when it answers, unless it is part of `tx`. @throws only where none of the arrivals got in. */
  async place(arrivals: readonly Arrival[], tx?: Tx): Promise<Array<Placed | Refusal>> {
    const sql = 'SELECT outcome, id, status, place_in_line FROM events.place_signups($1, $2, $3, $4, $5)';
    const values = [
      JSON.stringify(arrivals.map((arrival, ord) => ({ ord, ...arrival }))),
      this.clock.now(),
      this.config.UNCONFIRMED_HOURS,
      this.config.OFFER_HOURS,
      this.config.SIGN_UP_MAILS_PER_HOUR,
    ];
    const rows = await (tx
      ? tx.query<OutcomeRow>(sql, values)
      : this.db.named<OutcomeRow>('place-signups', sql, values));
    return rows.map(answer);
  }
}

function answer({ outcome, id, status, place_in_line: position }: OutcomeRow): Placed | Refusal {
  switch (outcome) {
    case 'NOT_FOUND':
      return notThere('This shift');
    case 'SIGN_UP_CLOSED':
      return signUpClosed();
    case 'IDEMPOTENCY_KEY_REUSED':
      return keyReused();
    default:
      return { outcome, id, status, position };
  }
}

/** The refusal for a shift that has begun, is over, was cancelled or is not published yet. */
export function signUpClosed(): Refusal {
  return new Refusal('SIGN_UP_CLOSED', 'It is no longer possible to sign up for this shift.');
}
