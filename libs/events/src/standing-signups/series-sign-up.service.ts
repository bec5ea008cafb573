import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor, type Browser } from '@upstander/identity';
import { insertMails, Outbox } from '@upstander/notifications';
import {
  badInput,
  Clock,
  Config,
  Database,
  Idempotency,
  isUuid,
  notFound,
  Refusal,
  retryTransaction,
  type Tx,
} from '@upstander/platform';
import type { PlacedSignup } from '../batch/place-signups.js';
import type { SignupRequest } from '../batch/signup-request.js';
import { GroupedSignups } from '../several-shifts/grouped-signups.js';
import { MultiShiftPlacing, requestsOf, type Signer } from '../several-shifts/multi-shift-placing.js';
import { outcomeOf } from '../several-shifts/several-shifts.service.js';
import type { SignUpForSeriesInput } from './series-sign-up.input.js';
import { maxDates, recordDates, upcomingDates, type SeriesDate } from './standing-dates.js';
import type { StandingSignupStatus } from './standing-signup-status.js';
import type { SignUpForSeriesPayload } from './standing-signup.types.js';

/** The shifts that a person wants of a series. */
export type WantedShifts = Pick<SignUpForSeriesInput, 'seriesId' | 'role' | 'roleNumber' | 'eventIds' | 'until'>;

@Injectable()
export class SeriesSignUp {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly limits: RateLimits,
    private readonly idempotency: Idempotency,
    private readonly placing: MultiShiftPlacing,
    private readonly groupedSignups: GroupedSignups,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Signs up for chosen dates, or for every date including those added later. Each date is judged on its own.
   * @throws Refusal NOT_FOUND, BAD_INPUT, NO_DATES, TOO_MANY_TRIES, and that of the first date if all are refused
   */
  async signUp(actor: Actor, browser: Browser, input: SignUpForSeriesInput): Promise<SignUpForSeriesPayload> {
    const dates = await this.findDates(input);
    const now = dates.slice(0, maxDates);
    for (let count = 0; count < now.length; count += 1) await this.limits.consume('sign-up', actor.address);
    const signer = await this.placing.identify(actor, browser, input);
    const requests = requestsOf(
      signer,
      input,
      now.map(({ shiftId }) => shiftId),
    );
    const { eventIds = null, until = null } = input;
    const { shift: _, ...person } = requests[0]!;
    const call = {
      operation: 'signUpForSeries',
      actorKey: signer.key,
      key: input.idempotencyKey,
      // Without the dates of the series, which may change before a retry.
      input: [input.seriesId, input.role, input.roleNumber, eventIds, until, person],
    };
    const result = await retryTransaction(() =>
      this.idempotency.transaction(call, async (tx) => {
        const placed = await this.placing.place(tx, signer, requests);
        const standingStatus = await this.finish(tx, signer, { input, dates: now, requests, placed });
        const outcomes = now.map(({ eventId, shiftId, startsAt }, index) => ({
          ...outcomeOf(shiftId, placed[index]!),
          eventId,
          startsAt: startsAt.toISOString(),
        }));
        return { outcomes, standingStatus };
      }),
    );
    if (input.remember) await this.placing.remember(browser, signer);
    return { ...result, hasMoreDates: result.standingStatus !== null && dates.length > maxDates };
  }

  /**
   * Returns the wanted dates that have not started; of every date, up to one more than `maxDates`.
   * @throws Refusal NOT_FOUND, BAD_INPUT, NO_DATES
   */
  async findDates({ seriesId, role, roleNumber, eventIds = null, until = null }: WantedShifts): Promise<SeriesDate[]> {
    if (!isUuid(seriesId)) throw notFound('This series');
    if (roleNumber < 1 || roleNumber > 50) throw badInput({ roleNumber: 'out-of-range' });
    if (eventIds && (eventIds.length === 0 || eventIds.length > maxDates)) throw badInput({ eventIds: 'out-of-range' });
    if (eventIds && !eventIds.every(isUuid)) throw badInput({ eventIds: 'not-an-id' });
    const [series] = await this.db.query(`SELECT FROM events.series WHERE id = $1 AND status <> 'draft'`, [seriesId]);
    if (!series) throw notFound('This series');
    const covered = { seriesId: '$1', role: '$2', roleNumber: '$3::integer', until: '$4::date', at: '$5' };
    const dates = await this.db.query<SeriesDate>(
      `SELECT d."eventId", d."shiftId", d."startsAt" FROM (${upcomingDates(covered)}) d
       WHERE $6::uuid[] IS NULL OR d."eventId" = ANY ($6) ORDER BY d."startsAt", d."eventId" LIMIT $7`,
      [seriesId, role, roleNumber, eventIds ? null : until, this.clock.now(), eventIds, maxDates + 1],
    );
    if (dates.length === 0) throw new Refusal('NO_DATES', 'There are no upcoming dates to sign up for.');
    return dates;
  }

  private async finish(tx: Tx, signer: Signer, placing: Placing): Promise<StandingSignupStatus | null> {
    const { input, dates, requests, placed } = placing;
    const refusals = placed.filter((one) => one instanceof Refusal);
    if (refusals[0] && refusals.length === placed.length) throw refusals[0];
    const newIds = placed.flatMap((one) => (!(one instanceof Refusal) && one.outcome === 'created' ? [one.id] : []));
    this.outbox.deliver(tx);
    if (input.eventIds) {
      await this.groupedSignups.linkSignups(tx, newIds, requests[0]!);
      return null;
    }
    // An unverified repeat of the same form finds the sign-ups of the first, whose email is on its way.
    if (!signer.verified && newIds.length === 0) return 'unconfirmed';
    const madeWith = await this.groupedSignups.link(tx, newIds);
    const at = this.clock.now();
    const id = await insertStandingSignup(tx, { input, signer, madeWith, request: requests[0]!, placed, at });
    const results = dates.map(({ eventId }, index) => ({ eventId, placed: placed[index]! }));
    // Refusals of an unverified person are not final: once confirmed, their record counts. Neither are those from a
    // remembered browser, which don't tell the reason.
    const isJudged = signer.verified && !signer.volunteer?.byBrowser;
    const recorded = results.filter(({ placed: one }) => (isJudged ? isFinal(one) : !(one instanceof Refusal)));
    await recordDates(tx, id, recorded, { at, toldAt: at });
    await this.queueMail(tx, { id, madeWith, email: signer.person.email, verified: signer.verified, at });
    return signer.verified ? 'active' : 'unconfirmed';
  }

  /** An unverified address receives a limited number of emails per hour, as in events.take_places. */
  async queueMail(
    tx: Tx,
    mail: { id: string; madeWith: string | null; email: string; verified: boolean; at: Date },
  ): Promise<void> {
    const { id, madeWith, email, verified, at } = mail;
    await tx.query(
      insertMails({
        template: 'standing-signup',
        key: `'standing-signup/' || $2`,
        subjectId: 'st.id',
        recipient: '$3',
        locale: 'st.locale',
        data: `jsonb_build_object('at', $4::bigint)`,
        dueAt: '$5',
        from: `events.standing_signup st
          WHERE st.id = $1 AND ($6 OR (
            SELECT count(*) FROM events.signup r WHERE r.volunteer_id = st.volunteer_id
              AND r.created_at > $5::timestamptz - interval '1 hour' AND r.made_with IS DISTINCT FROM st.made_with
          ) < $7)`,
      }),
      [id, madeWith ?? `${id}/${at.valueOf()}`, email, at.valueOf(), at, verified, this.config.SIGN_UP_MAILS_PER_HOUR],
    );
    this.outbox.deliver(tx);
  }
}

interface Placing {
  input: SignUpForSeriesInput;
  dates: readonly SeriesDate[];
  requests: readonly SignupRequest[];
  placed: ReadonlyArray<PlacedSignup | Refusal>;
}

/** Returns false if the date may be open to a verified volunteer later. */
export function isFinal(placed: PlacedSignup | Refusal): boolean {
  return !(placed instanceof Refusal) || placed.code !== 'NOT_OPEN_YET';
}

/** Adds a standing sign-up, or extends the volunteer's active one for the same shift. Returns its ID. */
async function insertStandingSignup(
  tx: Tx,
  {
    input,
    signer,
    madeWith,
    request,
    placed,
    at,
  }: Omit<Placing, 'dates' | 'requests'> & {
    signer: Signer;
    madeWith: string | null;
    request: SignupRequest;
    at: Date;
  },
): Promise<string> {
  const [signupId] = placed.flatMap((one) => (one instanceof Refusal ? [] : [one.id]));
  const [row] = await tx.query<{ id: string }>(
    `INSERT INTO events.standing_signup AS st (series_id, volunteer_id, role, role_number, until, status, guests,
       guest_names, takes_fewer, locale, made_with, created_at)
     SELECT $2, u.volunteer_id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 FROM events.signup u WHERE u.id = $1
     ON CONFLICT (series_id, volunteer_id, role, role_number) WHERE status = 'active' DO UPDATE
       SET until = CASE WHEN st.until IS NULL OR excluded.until IS NULL THEN NULL ELSE greatest(st.until, excluded.until) END,
         guests = excluded.guests, guest_names = excluded.guest_names, takes_fewer = excluded.takes_fewer, locale = excluded.locale
     RETURNING st.id`,
    [
      signupId,
      input.seriesId,
      input.role,
      input.roleNumber,
      input.until ?? null,
      signer.verified ? 'active' : 'unconfirmed',
      request.guests ?? 0,
      request.guest_names ?? [],
      request.takes_fewer ?? false,
      request.locale,
      madeWith,
      at,
    ],
  );
  return row!.id;
}
