import { Injectable } from '@nestjs/common';
import { chapterDate, type Actor } from '@upstander/identity';
import {
  badInput,
  Clock,
  Database,
  insertRowOnce,
  isUuid,
  notFound,
  readInput,
  Refusal,
  refuseFaults,
  type Tx,
} from '@upstander/platform';
import { VolunteerAccess } from '../access/volunteer-access.js';
import { Hours } from './hours.entity.js';
import { AddHoursInput, type ManagedHours } from './hours.js';
import { HoursService } from './hours.service.js';

/** Time already recorded for a volunteer on a day. */
export interface SameDayWork {
  activity: string;
  /** Null if the volunteer attended but the hours are not approved yet. */
  minutes: number | null;
}

type FindSameDayWork = (tx: Tx, volunteerId: string, day: string) => Promise<SameDayWork[]>;

const minutesPerDay = 1440;

/** Hours that staff add for a volunteer, without an event. */
@Injectable()
export class AddedHours {
  private readonly sources: FindSameDayWork[] = [findHoursOfDay];

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: VolunteerAccess,
    private readonly hours: HoursService,
  ) {}

  /** Registers a source of time that may be counted later, for example attendance. Libraries call it on module init. */
  defineSameDayWork(find: FindSameDayWork): void {
    this.sources.push(find);
  }

  /**
   * Adds approved hours. Volunteers who have hours or a shift on that day require `inAddition`, so that nothing counts
   * twice by mistake.
   * @throws Refusal NOT_FOUND, BAD_INPUT, HOURS_ON_SAME_DAY
   */
  async add(actor: Actor, input: AddHoursInput): Promise<ManagedHours> {
    const { values, faults } = readInput(AddHoursInput, input);
    refuseFaults({ ...faults, ...(isUuid(input.id) ? {} : { id: 'not-an-id' }) });
    const [id, volunteerId] = [input.id.toLowerCase(), input.volunteerId.toLowerCase()];
    await this.access.chapterFor(actor, [volunteerId], values.chapterId);
    return this.db.transaction(async (tx) => {
      // Two organizers who add the same hours wait for each other, and a merge or erasure is finished first.
      const [volunteer] = await tx.query(
        'SELECT FROM volunteers.volunteer WHERE id = $1 AND merged_into IS NULL AND erased_at IS NULL FOR NO KEY UPDATE',
        [volunteerId],
      );
      if (!volunteer) throw notFound('This volunteer');
      const isRepeat = await tx.manager.existsBy(Hours, { id });
      if (!isRepeat) await this.insert(tx, actor, { ...values, id, volunteerId, inAddition: input.inAddition });
      const added = await this.hours.findForVolunteer(tx, { id, volunteerId });
      if (!added) throw badInput({ id: 'taken' });
      return added;
    });
  }

  private async insert(tx: Tx, actor: Actor, input: AddHoursInput): Promise<void> {
    const { chapterId, volunteerId, day, minutes, inAddition } = input;
    const at = this.clock.now();
    const [chapter] = await tx.query<{ today: string | null }>(`SELECT ${chapterDate('$1', '$2')} AS today`, [
      chapterId,
      at,
    ]);
    if (!chapter?.today) throw notFound('This chapter');
    if (day > chapter.today) throw badInput({ day: 'in-the-future' });
    const records: SameDayWork[] = [];
    for (const find of this.sources) records.push(...(await find(tx, volunteerId, day)));
    const total = records.reduce((sum, record) => sum + (record.minutes ?? 0), 0);
    if (total + minutes > minutesPerDay) throw badInput({ minutes: 'out-of-range' });
    if (records.length > 0 && !inAddition) {
      throw new Refusal('HOURS_ON_SAME_DAY', 'This volunteer already has hours or a shift on that day.', { records });
    }
    await insertRowOnce(tx.manager, Hours, {
      id: input.id,
      volunteerId,
      chapterId,
      day,
      minutes,
      activity: input.activity,
      note: input.note ?? null,
      status: 'approved',
      decidedBy: actor.accountId,
      decidedAt: at,
      createdAt: at,
    });
    await this.hours.queueThanks(tx, [volunteerId]);
  }
}

function findHoursOfDay(tx: Tx, volunteerId: string, day: string): Promise<SameDayWork[]> {
  return tx.query<SameDayWork & Record<string, unknown>>(
    `SELECT h.what AS activity, h.minutes FROM volunteers.hours h
     WHERE h.volunteer_id = $1 AND h.day = $2 AND h.status <> 'rejected' ORDER BY h.created_at, h.id`,
    [volunteerId, day],
  );
}
