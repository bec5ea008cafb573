import { Injectable } from '@nestjs/common';
import { Clock, Database, JobHandler, JobQueue, type Job } from '@upstander/platform';
import { NoticeReaders } from './notice-readers.js';

/** Nobody gets a second notice within this time, whatever comes. */
const quietHours = 4;

/**
 * Writes "You have a message" to advocates and to members of businesses: one each, and none again before something new
 * came. To the person who wrote or is written to nothing is ever sent.
 */
@Injectable()
@JobHandler('make-message-notices')
export class MakeMessageNotices implements Job {
  constructor(
    private readonly readers: NoticeReaders,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
  ) {}

  async run(): Promise<void> {
    const readers = await this.readers.now();
    if (readers.length === 0) return;
    const made = await this.db.query(
      `INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, data, due_at)
       SELECT 'message-waiting/' || r."subjectId" || '/' || a.id || '/'
           || floor(extract(epoch FROM $2::timestamptz) / ($3 * 3600)),
         'message-waiting', r."subjectId", a.email, a.locale,
         jsonb_build_object('accountId', a.id, 'desk', r.desk), $2
       FROM jsonb_to_recordset($1::jsonb) AS r ("accountId" uuid, "subjectId" uuid, desk text, since timestamptz)
         JOIN identity.account a ON a.id = r."accountId" AND a.disabled_at IS NULL
       WHERE NOT EXISTS (
         SELECT FROM notifications.mail m
         WHERE m.subject_id = r."subjectId" AND m.recipient = a.email AND m.template = 'message-waiting'
           AND (m.due_at > $2::timestamptz - make_interval(hours => $3) OR m.due_at > r.since)
       )
       ON CONFLICT (key) DO NOTHING RETURNING 1 AS made`,
      [JSON.stringify(readers), this.clock.now(), quietHours],
    );
    if (made.length > 0) this.queue.enqueue('deliver-due-mail');
  }
}
