import { Injectable } from '@nestjs/common';
import { SettingsStore, type Actor, type SavedSettings } from '@upstander/identity';
import { Clock, readValidInput, type Tx } from '@upstander/platform';
import { ShiftTimetables } from '../reminders/shift-timetables.js';
import type { ReminderTimes } from '../reminders/timetable.js';
import {
  volunteeringFields,
  VolunteeringInput,
  type VolunteeringProfile,
  type VolunteeringRules,
} from './volunteering-rules.js';
import { shiftTables } from '../shifts/shift-joins.js';

const screen = { subject: 'volunteering', fields: volunteeringFields };
const twoDays = 48 * 3_600_000;

/** Decided by an admin; the environment has the defaults. */
@Injectable()
export class VolunteeringRulesService {
  constructor(
    private readonly clock: Clock,
    private readonly store: SettingsStore,
    private readonly timetables: ShiftTimetables,
  ) {}

  async find(): Promise<VolunteeringRules> {
    const { version, values } = await this.store.find(screen.subject);
    return { ...this.profileFrom(values), version, history: await this.store.history(screen) };
  }

  /** @throws Refusal BAD_INPUT, CHANGED_MEANWHILE with the saved values */
  async update(actor: Actor, input: VolunteeringInput, version: number): Promise<VolunteeringRules> {
    const { values: decided } = await this.store.find(screen.subject);
    const values = readValidInput(VolunteeringInput, input, this.profileFrom(decided));
    const times = { dayBefore: values.reminderDayBeforeAt, sameDay: values.reminderSameDayAt };
    await this.store.save(actor, screen, { version, values }, (tx) => this.moveReminders(tx, times));
    return this.find();
  }

  private profileFrom(decided: SavedSettings['values']): VolunteeringProfile {
    return this.store.fieldValues<VolunteeringProfile>(volunteeringFields, decided);
  }

  /**
   * Moves the planned reminders of later shifts. Those of the next two days stay, because the new time of some of them
   * has passed already.
   */
  private async moveReminders(tx: Tx, times: ReminderTimes): Promise<void> {
    const { dayBefore, sameDay } = this.timetables.times;
    if (times.dayBefore === dayBefore && times.sameDay === sameDay) return;
    const shifts = await tx.query<{ id: string }>(
      `SELECT s.id FROM ${shiftTables} WHERE e.status = 'published' AND s.starts_at > $1 ORDER BY s.id`,
      [new Date(this.clock.now().valueOf() + twoDays)],
    );
    await this.timetables.set(
      tx,
      shifts.map(({ id }) => id),
      times,
    );
  }
}
