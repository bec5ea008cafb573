import {
  Clock,
  Config,
  Database,
  JobQueue,
  Metrics,
  keyReused,
  notFound,
  runBatchWithFallback,
  Refusal,
  WriteBatcher,
  type Tx,
} from '@upstander/platform';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import { splitIntoWaves, type SignupRequest } from './signup-request.js';
import type { SignupStatus } from '../signups/signup-status.js';
import type { SignUpReceipt } from '../signups/my-signup.js';
import { isIneligibilityCode, ineligibleRefusal, type IneligibilityCode, type ShiftRules } from './eligibility.js';
import { shiftTables, signupTables } from '../shifts/shift-joins.js';
import { joinVolunteer } from '@upstander/volunteers';

/** `individual`: not placed, must be retried alone. */
export interface PlacedSignup extends SignUpReceipt {
  outcome: 'created' | 'replayed' | 'existing' | 'individual';
}

interface OutcomeRow extends QueryResultRow {
  outcome: PlacedSignup['outcome'] | 'NOT_FOUND' | 'IDEMPOTENCY_KEY_REUSED' | 'TOO_MANY_GUESTS' | IneligibilityCode;
  id: string;
  status: SignupStatus;
  waitlist_position: number | null;
}

/**
 * Places sign-ups by calling events.take_places; each request gets its own result or refusal.
 * Requests that arrive during a call are batched into the next one, across all shifts
 * (docs/decisions/batched-sign-ups.md). A lone request is not delayed.
 */
@Injectable()
export class PlaceSignups implements BeforeApplicationShutdown {
  private readonly batcher = new WriteBatcher<SignupRequest, PlacedSignup>((requests) => this.placeRequests(requests));

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly queue: JobQueue,
    private readonly metrics: Metrics,
  ) {}

  /**
   * Committed once it resolves.
   * @throws Refusal for this request
   */
  placeBatched(request: SignupRequest): Promise<PlacedSignup> {
    return this.batcher.add(request);
  }

  private async placeRequests(requests: SignupRequest[]): Promise<Array<PlacedSignup | Error>> {
    const answers = new Map<SignupRequest, PlacedSignup | Error>();
    for (const wave of splitIntoWaves(requests)) {
      const placed = await runBatchWithFallback<SignupRequest, PlacedSignup>(wave, (batch) => this.place([...batch]));
      wave.forEach((request, i) => answers.set(request, placed[i] ?? new Error('A sign-up got no answer.')));
    }
    if ([...answers.values()].some((answer) => 'outcome' in answer && answer.outcome === 'created')) {
      this.queue.enqueue('deliver-due-mail');
    }
    return requests.map((request) => answers.get(request)!);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.batcher.idle();
  }

  /** Places requests, committed on return unless they run in `tx`. @throws only if none of the requests was placed */
  async place(requests: readonly SignupRequest[], tx?: Tx): Promise<Array<PlacedSignup | Refusal>> {
    const most = this.config.GUESTS_PER_SIGNUP;
    const allowed = requests.filter(({ guests = 0, group_name: groupName }) => groupName || guests <= most);
    if (allowed.length < requests.length) {
      const placed = allowed.length > 0 ? await this.place(allowed, tx) : [];
      return requests.map((request) => placed[allowed.indexOf(request)] ?? tooManyGuestsRefusal());
    }
    const sql = 'SELECT outcome, id, status, waitlist_position FROM events.take_places($1, $2, $3, $4, $5)';
    const values = [
      JSON.stringify(requests.map((request, ord) => ({ ord, ...request }))),
      this.clock.now(),
      this.config.UNCONFIRMED_HOURS,
      this.config.OFFER_HOURS,
      this.config.SIGN_UP_MAILS_PER_HOUR,
    ];
    const rows = await (tx
      ? tx.query<OutcomeRow>(sql, values)
      : this.db.queryNamed<OutcomeRow>('place-signups', sql, values));
    for (const { outcome, status } of rows) {
      if (outcome === 'created') this.metrics.count('upstander_signups_total', { status });
    }
    const refusedShifts = rows.flatMap(({ outcome }, index) =>
      isIneligibilityCode(outcome) ? [requests[index]!.shift] : [],
    );
    const rules = await this.rulesOf(refusedShifts, tx ?? this.db);
    const parties = rows.flatMap(({ id }, index) => (id && requests[index]!.guests ? [id] : []));
    const guests = await this.guestsOf(parties, tx ?? this.db);
    return rows.map((row, index) => toResult(row, rules.get(requests[index]!.shift), guests.get(row.id) ?? 0));
  }

  /**
   * Checks whether the verified volunteer of a sign-up may take its place, for places not obtained through `place`.
   * `oldEnough` is the volunteer's own statement.
   * @throws Refusal SIGN_UP_CLOSED, NOT_OPEN_YET, AGE_NEEDED, TOO_YOUNG, FIRST_TIMERS_FULL
   */
  async refuseIneligible(tx: Tx, signup: { id: string; shiftId: string }, oldEnough: boolean): Promise<void> {
    const [row] = await tx.query<{ refusal: IneligibilityCode | null }>(
      `SELECT events.may_take(s, e, v, true, NULL, $3, $2) AS refusal FROM ${signupTables}
         ${joinVolunteer('u')}
       WHERE u.id = $1`,
      [signup.id, this.clock.now(), oldEnough],
    );
    if (!row?.refusal) return;
    throw ineligibleRefusal(row.refusal, (await this.rulesOf([signup.shiftId], tx)).get(signup.shiftId));
  }

  private async guestsOf(ids: readonly string[], db: Tx | Database): Promise<Map<string, number>> {
    if (ids.length === 0) return new Map();
    const rows = await db.query<{ id: string; guests: number }>(
      'SELECT id, guests FROM events.signup WHERE id = ANY ($1::uuid[])',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.guests]));
  }

  private async rulesOf(shiftIds: readonly string[], db: Tx | Database): Promise<Map<string, ShiftRules>> {
    if (shiftIds.length === 0) return new Map();
    const rows = await db.query<ShiftRules & Record<string, unknown>>(
      `SELECT s.id, s.minimum_age AS "minimumAge", e.with_minors AS "withMinors", e.opens_at AS "opensAt",
         e.opens_to_members_at AS "opensToMembersAt", e.time_zone AS "timeZone" FROM ${shiftTables} WHERE s.id = ANY ($1::uuid[])`,
      [shiftIds],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

function toResult(
  { outcome, id, status, waitlist_position: position }: OutcomeRow,
  rules: ShiftRules | undefined,
  guests: number,
): PlacedSignup | Refusal {
  if (isIneligibilityCode(outcome)) return ineligibleRefusal(outcome, rules);
  switch (outcome) {
    case 'NOT_FOUND':
      return notFound('This shift');
    case 'TOO_MANY_GUESTS':
      return tooManyGuestsRefusal();
    case 'IDEMPOTENCY_KEY_REUSED':
      return keyReused();
    default:
      return { outcome, id, status, position, guests };
  }
}

export function tooManyGuestsRefusal(): Refusal {
  return new Refusal('TOO_MANY_GUESTS', 'That’s more guests than this event allows.');
}
