import { Injectable } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import { Clock, Config, type Tx } from '@upstander/platform';

/** When whoever looks after an ask is reminded of its next step: by the clock on the wall where its chapter is. */
export const remindedAt = '09:00';

/**
 * Reminders of next steps: mails that are due on the morning of their day. Nine o'clock is worked out for that day where the
 * chapter is, so that it stays nine o'clock when the clocks change in between. A plan that is changed raises its version:
 * the mail of the one before is not true any more.
 */
@Injectable()
export class AskReminders {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Enqueues the mail about the plan that stands in the row now; none for a morning that is over. */
  async enqueue(tx: Tx, askId: string): Promise<void> {
    const [plan] = await tx.query<{ version: number; email: string; locale: LocaleName; dueAt: Date }>(
      `SELECT a.step_version AS version, o.email::text, o.locale,
         (a.next_step_on + $2::time) AT TIME ZONE coalesce(c.time_zone, $3) AS "dueAt"
       FROM outreach.ask a JOIN identity.account o ON o.id = a.owner_id LEFT JOIN identity.chapter c ON c.id = a.chapter_id
       WHERE a.id = $1 AND a.next_step_on IS NOT NULL AND a.status <> 'closed'`,
      [askId, remindedAt, this.config.TIME_ZONE],
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

  /** The same plan for another chapter, another owner or another clock: a mail of its own, and the one before is skipped. */
  async again(tx: Tx, askId: string): Promise<void> {
    await tx.query('UPDATE outreach.ask SET step_version = step_version + 1 WHERE id = $1', [askId]);
    await this.enqueue(tx, askId);
  }
}
