import { Injectable } from '@nestjs/common';
import { accountEmail, type Actor } from '@upstander/identity';
import { insertMails, Outbox } from '@upstander/notifications';
import { Clock, Database, isUuid, notFound, Refusal, typedLine, type Tx } from '@upstander/platform';
import { RosterAccess } from '../signups/roster-access.js';
import { lacksWaiver } from '../requirements/requirement-columns.js';
import { adults, isAdult, isMinor, shiftGap, tooFewAdultsCondition } from './safeguarding-columns.js';
import { SafeguardingOverride } from './safeguarding-override.entity.js';
import { toShiftGap, type ShiftGap, type ShiftGapRow } from './shift-gap.js';
import { joinShiftAndEvent, shiftTables, signupTables } from '../shifts/shift-joins.js';
import { lockShiftsById, lockShiftsOfSignups } from '../shifts/shift-store.js';
import { joinVolunteer } from '@upstander/volunteers';
import { joinSignup } from '../signups/signup-joins.js';

/** Ensures that minors attend with enough adults, or that a staff member takes responsibility by name. */
@Injectable()
export class Safeguarding {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly access: RosterAccess,
  ) {}

  /** @throws Refusal NOT_FOUND */
  async findGaps(actor: Actor, eventId: string): Promise<ShiftGap[]> {
    await this.access.event(actor, eventId);
    const rows = await this.db.query<{ gap: ShiftGapRow }>(
      `SELECT ${shiftGap} AS gap FROM ${shiftTables} WHERE e.id = $1 ORDER BY s.position, s.id`,
      [eventId],
    );
    return rows.map(({ gap }) => toShiftGap(gap));
  }

  /**
   * Overrides the requirement for a shift with too few adults, unless their number drops further.
   * @throws Refusal NOT_FOUND, BAD_INPUT, NOTHING_TO_OVERRIDE
   */
  async override(actor: Actor, shiftId: string, why: string): Promise<ShiftGap> {
    await this.access.requireShift(actor, shiftId);
    const reason = typedLine('reason', why, 500);
    const gap = await this.db.transaction(async (tx) => {
      await lockShiftsById(tx, [shiftId]);
      const [found] = await tx.query<{ adults: number; lacks: boolean; eventId: string }>(
        `SELECT ${adults} AS adults, ${tooFewAdultsCondition} AS lacks, e.id AS "eventId" FROM ${shiftTables} WHERE s.id = $1`,
        [shiftId],
      );
      if (!found) throw notFound('This shift');
      if (!found.lacks)
        throw new Refusal(
          'NOTHING_TO_OVERRIDE',
          'This shift has enough adults, or someone has already overridden the requirement.',
        );
      const row = { shiftId: shiftId.toLowerCase(), adults: found.adults, reason };
      await tx.manager.insert(SafeguardingOverride, { ...row, madeBy: actor.accountId, madeAt: this.clock.now() });
      return found.eventId;
    });
    const after = (await this.findGaps(actor, gap)).find((one) => one.shiftId === shiftId.toLowerCase());
    if (!after) throw notFound('This shift');
    return after;
  }

  /**
   * Returns the sign-ups of minors, and of groups with minors, who cannot be checked in, and locks their shifts.
   * `blocked`: the shift has too few adults; `unsigned`: a required waiver lacks a guardian's signature.
   */
  async findBlockedMinors(
    tx: Tx,
    signupIds: readonly string[],
  ): Promise<Map<string, { blocked: boolean; unsigned: boolean }>> {
    await lockShiftsOfSignups(tx, signupIds);
    const rows = await tx.query<{ id: string; blocked: boolean; unsigned: boolean }>(
      `SELECT u.id, e.with_minors AND ${tooFewAdultsCondition} AS blocked, ${isMinor} AND ${lacksWaiver} AS unsigned
       FROM ${signupTables} ${joinVolunteer('u')}
       WHERE u.id = ANY ($1::uuid[]) AND (${isMinor} OR u.minor_guests > 0)`,
      [signupIds],
    );
    return new Map(rows.map(({ id, ...block }) => [id, block]));
  }

  /** Like `notifyOfBreaches`, after no-shows were marked. */
  async notifyOfNoShows(tx: Tx, signupIds: readonly string[]): Promise<void> {
    if (signupIds.length === 0) return;
    const noShows = await tx.query<{ signupId: string; shiftId: string }>(
      `SELECT u.id AS "signupId", u.shift_id AS "shiftId" FROM events.signup u
       WHERE u.id = ANY ($1::uuid[]) AND u.status = 'no_show'`,
      [signupIds.filter(isUuid)],
    );
    await this.notifyOfBreaches(tx, noShows);
  }

  /**
   * Emails the event's organizers if a shift that starts soon now has too few adults. `left` names
   * the sign-ups that ended and the shifts they were on.
   */
  async notifyOfBreaches(tx: Tx, changedSignups: ReadonlyArray<{ signupId: string; shiftId: string }>): Promise<void> {
    if (changedSignups.length === 0) return;
    await tx.query(
      insertMails({
        template: 'safeguarding-breach',
        key: `'safeguarding-breach/' || l.signup_id || '/' || s.id || '/' || o.id`,
        subjectId: 's.id',
        account: 'o.id',
        dueAt: '$3',
        from: `unnest($1::uuid[], $2::uuid[]) AS l (signup_id, shift_id)
            ${joinSignup('l')} ${joinVolunteer('u')} ${joinShiftAndEvent('l')}
            CROSS JOIN LATERAL events.organizers_of_event(e.id) AS o (id)
          -- A burst of cancellations is one email, as long as it waits.
          WHERE NOT EXISTS (
              SELECT FROM notifications.mail d WHERE d.subject_id = s.id AND d.template = 'safeguarding-breach'
                AND d.recipient = ${accountEmail('o.id')} AND d.status = 'due'
            )
            AND e.with_minors AND s.ends_at > $3 AND s.starts_at <= $3::timestamptz + interval '7 days'
            AND (${isAdult} OR u.group_name IS NOT NULL) AND ${tooFewAdultsCondition}`,
      }),
      [changedSignups.map(({ signupId }) => signupId), changedSignups.map(({ shiftId }) => shiftId), this.clock.now()],
    );
    this.outbox.deliver(tx);
  }
}
