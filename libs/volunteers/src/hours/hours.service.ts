import { Injectable } from '@nestjs/common';
import { RateLimits, chapterDate, chapterJson, accountName, type Actor } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import {
  badInput,
  Clock,
  selectList,
  Database,
  insertRowOnce,
  isUuid,
  keysetList,
  notFound,
  readInput,
  refuseFaults,
  typedText,
  Values,
  type Tx,
  type PageArgs,
} from '@upstander/platform';
import { VolunteerAccess } from '../access/volunteer-access.js';
import { volunteerIdOfAddress } from '../profile/my-profile.service.js';
import { Hours, HoursCorrection } from './hours.entity.js';
import { RecordHoursInput, type HoursConnection, type HoursTotal, type ManagedHours, type MyHours } from './hours.js';
import { milestonesOf } from './milestones.js';
import { joinVolunteer } from '../profile/volunteer-joins.js';

const columns = `${selectList(Hours, 'h', ['id', 'volunteerId', 'chapterId', 'signupId', 'day', 'minutes', 'activity', 'status', 'note', 'decidedAt', 'createdAt'])},
  v.name, ${chapterJson('h.chapter_id')} AS chapter, ${accountName('h.decided_by')} AS "decidedByName",
  (SELECT coalesce(json_agg(json_build_object('minutesBefore', k.minutes_before, 'minutesAfter', k.minutes_after,
     'reason', k.reason, 'by', ${accountName('k.made_by')}, 'at', k.at) ORDER BY k.id DESC), '[]')
   FROM volunteers.hours_correction k
   WHERE k.hours_id = h.id) AS corrections`;
const source = `volunteers.hours h ${joinVolunteer('h')}`;

/** Converts timestamps, which are strings inside JSON. */
function hoursFrom<Row extends MyHours>(row: Row): Row {
  const { closedAt } = row.chapter;
  return {
    ...row,
    chapter: { ...row.chapter, closedAt: closedAt && new Date(closedAt) },
    corrections: row.corrections.map((one) => ({ ...one, at: new Date(one.at) })),
  };
}

/** Approved hours, one entry per sign-up. The caller must verify that the volunteers attended. */
export interface CreditedHours {
  volunteerId: string;
  chapterId: string;
  signupId: string;
  day: string;
  minutes: number;
  what: string;
}

@Injectable()
export class HoursService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly access: VolunteerAccess,
    private readonly limits: RateLimits,
  ) {}

  /** Adds approved hours from attendance, in the caller's transaction. Existing entries are unchanged. */
  async credit(tx: Tx, hours: readonly CreditedHours[], by: string | null | undefined): Promise<number> {
    const at = this.clock.now();
    const insertedRows = await tx.query<{ volunteerId: string }>(
      `INSERT INTO volunteers.hours (volunteer_id, chapter_id, signup_id, day, minutes, what, status, decided_by, decided_at, created_at)
       SELECT i."volunteerId", i."chapterId", i."signupId", i.day, i.minutes, i.what, 'approved', $2, $3, $3
       FROM jsonb_to_recordset($1) AS i ("volunteerId" uuid, "chapterId" uuid, "signupId" uuid, day date, minutes integer, what text)
       ORDER BY i."signupId"
       ON CONFLICT (signup_id) DO NOTHING RETURNING volunteer_id AS "volunteerId"`,
      [JSON.stringify(hours), by ?? null, at],
    );
    await this.queueThanks(tx, [...new Set(insertedRows.map(({ volunteerId }) => volunteerId))]);
    return insertedRows.length;
  }

  /** Updates approved hours after attendance times changed. */
  async correctCredit(tx: Tx, hours: readonly CreditedHours[]): Promise<void> {
    await tx.query(
      `UPDATE volunteers.hours h SET minutes = i.minutes
       FROM jsonb_to_recordset($1) AS i ("signupId" uuid, minutes integer)
       WHERE h.signup_id = i."signupId" AND h.status = 'approved'`,
      [JSON.stringify(hours)],
    );
  }

  /** @throws Refusal BAD_INPUT, NOT_FOUND, TOO_MANY_TRIES */
  async claim(actor: Actor, input: RecordHoursInput): Promise<MyHours> {
    const { values, faults } = readInput(RecordHoursInput, input);
    refuseFaults({ ...faults, ...(isUuid(input.id) ? {} : { id: 'not-an-id' }) });
    const id = input.id.toLowerCase();
    const [context] = await this.db.query<{ id: string; today: string | null }>(
      `SELECT v.id, ${chapterDate('$2', '$3')} AS today FROM volunteers.volunteer v
       WHERE v.id = ${volunteerIdOfAddress('$1')} AND v.proven_at IS NOT NULL`,
      [actor.email, isUuid(values.chapterId) ? values.chapterId : null, this.clock.now()],
    );
    if (!context?.today) throw notFound('This chapter');
    if (values.day > context.today) throw badInput({ day: 'in-the-future' });
    await this.limits.consume('hours-claim', actor.accountId ?? '');
    await insertRowOnce(this.db.manager, Hours, {
      id,
      volunteerId: context.id,
      chapterId: values.chapterId,
      day: values.day,
      minutes: values.minutes,
      activity: values.activity,
      note: values.note ?? null,
      status: 'claimed',
      createdAt: this.clock.now(),
    });
    const claimedHours = (await this.listForVolunteer(context.id)).find((hours) => hours.id === id);
    if (!claimedHours) throw badInput({ id: 'taken' });
    return claimedHours;
  }

  /** Disputes a number of hours, which count until staff decide. @throws Refusal NOT_FOUND, BAD_INPUT */
  async dispute(actor: Actor, id: string, text: string): Promise<MyHours> {
    const note = typedText('reason', text, 500);
    const [row] = isUuid(id)
      ? await this.db.query<{ volunteerId: string }>(
          `UPDATE volunteers.hours h SET status = 'disputed', note = $2
           WHERE h.id = $1 AND h.volunteer_id = ${volunteerIdOfAddress('$3')} AND h.status IN ('approved', 'disputed')
           RETURNING h.volunteer_id AS "volunteerId"`,
          [id, note, actor.email],
        )
      : [];
    const disputed =
      row && (await this.listForVolunteer(row.volunteerId)).find((hours) => hours.id === id.toLowerCase());
    if (!disputed) throw notFound('These hours');
    return disputed;
  }

  /**
   * Corrections and rejections require a reason.
   * @throws Refusal NOT_FOUND, BAD_INPUT
   */
  async decide(
    actor: Actor,
    id: string,
    decision: { approve: boolean; minutes?: number | null; reason?: string | null },
  ): Promise<ManagedHours> {
    const { approve, minutes = null } = decision;
    if (minutes !== null && (minutes < 1 || minutes > 1440)) throw badInput({ minutes: 'out-of-range' });
    const reason = decision.reason?.trim() ? typedText('reason', decision.reason, 500) : null;
    return this.db.transaction(async (tx) => {
      const before = await this.lockHours(tx, actor, id);
      const changes = approve && minutes !== null && minutes !== before.minutes;
      if ((changes || !approve) && reason === null) throw badInput({ reason: 'required' });
      const at = this.clock.now();
      if (changes || !approve) {
        await tx.manager.insert(HoursCorrection, {
          hoursId: before.id,
          minutesBefore: before.minutes,
          minutesAfter: approve ? minutes! : 0,
          reason: reason!,
          madeBy: actor.accountId,
          at,
        });
      }
      const status = approve ? 'approved' : 'rejected';
      const decided = { decidedBy: actor.accountId, decidedAt: at };
      await tx.manager.update(Hours, before.id, { status, ...(changes && { minutes }), ...decided });
      if (approve) await this.queueThanks(tx, [before.volunteerId]);
      const [after] = await this.findWhere<ManagedHours>('h.id = $1', [before.id], tx);
      return after!;
    });
  }

  /** @throws Refusal BAD_INPUT for an invalid page */
  listPending(actor: Actor, page: PageArgs): Promise<HoursConnection> {
    const values = new Values();
    const chapters = this.access.chaptersOf(actor);
    const question = {
      columns,
      from: source,
      conditions: [
        `h.status IN ('claimed', 'disputed')`,
        ...(chapters === 'all' ? [] : [`h.chapter_id = ANY (${values.add(chapters)}::uuid[])`]),
      ],
      values,
      by: { 'h.created_at': 'timestamptz', 'h.id': 'uuid' },
      page,
    } as const;
    return keysetList<ManagedHours>(this.db, question, hoursFrom);
  }

  /** Pass `chapters` to limit them for staff. */
  listForVolunteer(volunteerId: string, chapters: string[] | 'all' = 'all'): Promise<ManagedHours[]> {
    return this.findWhere('h.volunteer_id = $1 AND ($2::uuid[] IS NULL OR h.chapter_id = ANY ($2))', [
      volunteerId,
      chapters === 'all' ? null : chapters,
    ]);
  }

  async findForVolunteer(
    tx: Tx,
    { id, volunteerId }: { id: string; volunteerId: string },
  ): Promise<ManagedHours | undefined> {
    return (await this.findWhere<ManagedHours>('h.id = $1 AND h.volunteer_id = $2', [id, volunteerId], tx))[0];
  }

  async totalForVolunteer(volunteerId: string, chapters: string[] | 'all' = 'all'): Promise<HoursTotal> {
    const [total] = await this.db.query<HoursTotal & Record<string, unknown>>(
      `SELECT coalesce(sum(h.minutes), 0)::integer AS minutes,
         coalesce(sum(h.minutes) FILTER (WHERE h.day > ($3::timestamptz - interval '1 year')::date), 0)::integer AS "minutesLastYear"
       FROM volunteers.hours h WHERE h.volunteer_id = $1 AND h.status IN ('approved', 'disputed')
         AND ($2::uuid[] IS NULL OR h.chapter_id = ANY ($2))`,
      [volunteerId, chapters === 'all' ? null : chapters, this.clock.now()],
    );
    return total!;
  }

  private async findWhere<Row extends MyHours>(
    condition: string,
    values: unknown[],
    executor: Tx | Database = this.db,
  ): Promise<Row[]> {
    const rows = await executor.query<Row & Record<string, unknown>>(
      `SELECT ${columns} FROM ${source} WHERE ${condition} ORDER BY h.day DESC, h.created_at DESC, h.id LIMIT 500`,
      values,
    );
    return rows.map(hoursFrom);
  }

  private async lockHours(tx: Tx, actor: Actor, id: string): Promise<Pick<Hours, 'id' | 'minutes' | 'volunteerId'>> {
    const chapters = this.access.chaptersOf(actor);
    const [hours] = isUuid(id)
      ? await tx.query<Pick<Hours, 'id' | 'minutes' | 'volunteerId'>>(
          `SELECT h.id, h.minutes, h.volunteer_id AS "volunteerId" FROM volunteers.hours h
           WHERE h.id = $1 AND ($2::uuid[] IS NULL OR h.chapter_id = ANY ($2)) FOR NO KEY UPDATE`,
          [id, chapters === 'all' ? null : chapters],
        )
      : [];
    if (!hours) throw notFound('These hours');
    return hours;
  }

  /** Queues thank-you emails for volunteers who reached a milestone. */
  async queueThanks(tx: Tx, volunteerIds: readonly string[]): Promise<void> {
    const rows = await milestonesOf(tx, volunteerIds, this.clock.now());
    if (rows > 0) this.outbox.deliver(tx);
  }
}
