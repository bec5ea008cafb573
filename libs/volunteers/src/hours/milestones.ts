import { insertMails } from '@upstander/notifications';
import type { Tx } from '@upstander/platform';

/** Numbers of hours that trigger a thank-you email. */
export const milestones = [10, 50, 100, 250, 500, 1000] as const;

/** Queues an email for the highest milestone each volunteer has passed. Each milestone is sent only once. */
export async function milestonesOf(tx: Tx, volunteerIds: readonly string[], at: Date): Promise<number> {
  const queued = await tx.query(
    insertMails({
      template: 'hours-milestone',
      key: `'hours-milestone/' || v.id || '/' || m.hours`,
      subjectId: 'v.id',
      recipient: 'v.email',
      locale: 'v.locale',
      data: `jsonb_build_object('hours', m.hours)`,
      dueAt: '$2',
      from: `volunteers.volunteer v
          JOIN LATERAL (
            SELECT sum(h.minutes) / 60 AS given FROM volunteers.hours h
            WHERE h.volunteer_id = v.id AND h.status IN ('approved', 'disputed')
          ) t ON true
          JOIN LATERAL (SELECT max(s) AS hours FROM unnest($3::integer[]) s WHERE s <= t.given) m ON m.hours IS NOT NULL
        WHERE v.id = ANY ($1::uuid[]) AND v.proven_at IS NOT NULL`,
    }),
    [volunteerIds, at, [...milestones]],
  );
  return queued.length;
}
