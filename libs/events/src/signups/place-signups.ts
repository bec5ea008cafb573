import { Clock, Config, Database, keyReused, notThere, Refusal, type Tx } from '@upstander/platform';
import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import type { Arrival } from './arrival.js';
import type { SignupStatus } from './signup-status.js';
import type { SignUpReceipt } from './my-signup.js';
import { isNotForThem, notForThem, type NotForThem, type ShiftRules } from './who-may-come.js';

/** A sign-up that is in: made now, or found there. */
export interface Placed extends SignUpReceipt {
  outcome: 'new' | 'again' | 'there';
}

interface OutcomeRow extends QueryResultRow {
  outcome: Placed['outcome'] | 'NOT_FOUND' | 'SIGN_UP_CLOSED' | 'IDEMPOTENCY_KEY_REUSED' | NotForThem;
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
    const refused = rows.flatMap(({ outcome }, nth) => (isNotForThem(outcome) ? [arrivals[nth]!.shift] : []));
    const rules = await this.rulesOf(refused, tx ?? this.db);
    return rows.map((row, nth) => answer(row, rules.get(arrivals[nth]!.shift)));
  }

  /** What a refusal says of the shift: only those that refused somebody are read. */
  private async rulesOf(shiftIds: readonly string[], db: Tx | Database): Promise<Map<string, ShiftRules>> {
    if (shiftIds.length === 0) return new Map();
    const rows = await db.query<ShiftRules & Record<string, unknown>>(
      `SELECT s.id, s.minimum_age AS "minimumAge", e.with_minors AS "withMinors", e.opens_at AS "opensAt",
         e.opens_to_members_at AS "opensToMembersAt", e.time_zone AS "timeZone"
       FROM events.shift s JOIN events.event e ON e.id = s.event_id WHERE s.id = ANY ($1::uuid[])`,
      [shiftIds],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

function answer(
  { outcome, id, status, place_in_line: position }: OutcomeRow,
  rules: ShiftRules | undefined,
): Placed | Refusal {
  if (isNotForThem(outcome)) return notForThem(outcome, rules);
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
