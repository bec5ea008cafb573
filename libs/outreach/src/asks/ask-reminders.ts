import { Injectable } from '@nestjs/common';
import { accountEmail, accountLocale, chapterZone, type LocaleName } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import { Clock, Config, type Tx } from '@upstander/platform';
import { Ask } from './ask.entity.js';

/** Local time of reminders, in the time zone of the chapter. */
export const reminderTime = '09:00';

/**
 * Schedules reminder emails for next steps, at 9 a.m. local time on their day even across a DST change. Changing a plan
 * increments its version, which cancels earlier reminders.
 */
@Injectable()
export class AskReminders {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Enqueues the reminder for the current plan, unless its time has passed. */
  async enqueue(tx: Tx, askId: string): Promise<void> {
    const [plan] = await tx.query<{ version: number; email: string; locale: LocaleName; dueAt: Date }>(
      `SELECT a.step_version AS version, ${accountEmail('a.owner_id')}::text AS email,
         ${accountLocale('a.owner_id')} AS locale,
         (a.next_step_on + $2::time) AT TIME ZONE coalesce(${chapterZone('a.chapter_id')}, $3) AS "dueAt"
       FROM outreach.ask a
       WHERE a.id = $1 AND a.owner_id IS NOT NULL AND a.next_step_on IS NOT NULL AND a.status <> 'closed'`,
      [askId, reminderTime, this.config.TIME_ZONE],
    );
    if (!plan || plan.dueAt <= this.clock.now()) return;
    await this.outbox.add(tx, {
      key: `school-next-step/${askId}/${plan.version}`,
      template: 'school-next-step',
      subjectId: askId,
      recipient: plan.email,
      locale: plan.locale,
      data: { version: plan.version },
      dueAt: plan.dueAt,
    });
  }

  /** Reschedules the reminder after the chapter, owner or time zone changed; the previous one is skipped. */
  async reschedule(tx: Tx, askId: string): Promise<void> {
    await tx.manager.update(Ask, askId, { stepVersion: () => 'step_version + 1' });
    await this.enqueue(tx, askId);
  }
}
