import { chapterZone } from '@upstander/identity';
import { insertMails, mailExists, Outbox } from '@upstander/notifications';
import { Clock, Database, JobHandler, Logger, type Job } from '@upstander/platform';
import { countsIn, getsYearlyHours } from './yearly-hours.mail.js';

/** January 15 at 9:00: chapters have approved December's hours by then. */
const sendAt = { day: 15, hour: 9 };

const batchSize = 2000;

const lowestId = '00000000-0000-0000-0000-000000000000';

const key = `'hours-year/' || v.id || '/' || $1::integer`;

/**
 * One email per volunteer with approved hours in the year, from the send time in their chapter's time zone.
 * The chapter is the home chapter or, without one, the last one they helped. $1 year, $2 now, $3 last volunteer ID, $4
 * batch size.
 */
const statement = `
  WITH next AS MATERIALIZED (
    SELECT v.id FROM volunteers.volunteer v WHERE v.id > $3::uuid ORDER BY v.id LIMIT $4
  ), made AS (
    ${insertMails({
      template: 'hours-year',
      key,
      subjectId: 'v.id',
      recipient: 'v.email',
      locale: 'v.locale',
      dueAt: '$2',
      canWait: 'true',
      from: `next JOIN volunteers.volunteer v ON v.id = next.id AND ${getsYearlyHours('v')}
        JOIN LATERAL (
          SELECT ${chapterZone('coalesce(v.home_chapter_id, h.chapter_id)')} AS zone FROM volunteers.hours h WHERE h.volunteer_id = v.id AND ${countsIn('h', '$1::integer')}
          ORDER BY h.day DESC, h.id LIMIT 1
        ) latest ON true
      WHERE $2::timestamptz AT TIME ZONE latest.zone >= make_timestamp($1::integer + 1, 1, ${sendAt.day}, ${sendAt.hour}, 0, 0)
        AND $2::timestamptz AT TIME ZONE latest.zone < make_timestamp($1::integer + 1, 2, 1, 0, 0, 0)
        AND NOT ${mailExists([key])}`,
    })}
  )
  SELECT (SELECT max(id::text) FROM next) AS last, (SELECT count(*)::integer FROM next) AS seen,
    (SELECT count(*)::integer FROM made) AS made`;

interface Batch extends Record<string, unknown> {
  last: string | null;
  seen: number;
  made: number;
}

@JobHandler('mail-yearly-hours')
export class MailYearlyHours implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly logger: Logger,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const thisYear = now.getUTCFullYear();
    // One day of margin at both ends, for time zones.
    if (now.valueOf() < Date.UTC(thisYear, 0, sendAt.day - 1) || now.valueOf() >= Date.UTC(thisYear, 1, 2)) return;
    let mails = 0;
    let batch: Batch | undefined = { last: lowestId, seen: batchSize, made: 0 };
    while (batch?.seen === batchSize && !signal.aborted) {
      [batch] = await this.db.query<Batch>(statement, [thisYear - 1, now, batch.last, batchSize]);
      if (!batch?.made) continue;
      mails += batch.made;
      this.outbox.deliver();
    }
    if (mails > 0) this.logger.info({ year: thisYear - 1, mails }, 'yearly summaries queued');
  }
}
