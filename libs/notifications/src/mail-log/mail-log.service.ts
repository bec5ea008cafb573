import { Injectable } from '@nestjs/common';
import {
  Clock,
  Config,
  type Connection,
  connectionFrom,
  countCap,
  Database,
  encodeCursor,
  JobQueue,
  notThere,
  pageSize,
  Refusal,
  timeCursor,
} from '@upstander/platform';
import type { MailLogEntry, MailLogFilter } from './mail-log.js';

const columns = `id, template, recipient, status, attempts, due_at AS "dueAt", sent_at AS "sentAt",
  last_error AS "lastError", created_at AS "createdAt"`;

/** What was sent, what waits, and what went wrong: read by admins, newest first. */
@Injectable()
export class MailLogService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly queue: JobQueue,
  ) {}

  async list(
    filter: MailLogFilter | null,
    first?: number | null,
    after?: string | null,
  ): Promise<Connection<MailLogEntry>> {
    const size = pageSize(first);
    const from = timeCursor(after);
    const matches = `($1::text[] IS NULL OR status = ANY($1)) AND ($2::text IS NULL OR template = $2)
      AND ($3::text IS NULL OR recipient::text ILIKE $3)`;
    const [page] = await this.db.query<{ entries: MailLogEntry[] | null; total: number }>(
      `SELECT
         (SELECT json_agg(page) FROM (
            SELECT ${columns} FROM notifications.mail
            WHERE ${matches} AND ($4::timestamptz IS NULL OR (created_at, id) < ($4, $5::uuid))
            ORDER BY created_at DESC, id DESC LIMIT $6
          ) AS page) AS entries,
         (SELECT count(*)::int FROM (SELECT FROM notifications.mail WHERE ${matches} LIMIT $7) AS counted) AS total`,
      [
        filter?.status ?? null,
        filter?.template ?? null,
        startsWith(filter?.recipient),
        from?.at ?? null,
        from?.id ?? null,
        size + 1,
        countCap + 1,
      ],
    );
    return connectionFrom(
      (page?.entries ?? []).map((row) => this.entry(row)),
      {
        size,
        after: from !== null,
        total: page?.total ?? 0,
        // The text of PostgreSQL keeps the microseconds that a Date would lose.
        cursor: (mail) => encodeCursor([mail.createdAt, mail.id]),
      },
    );
  }

  /**
   * Puts a mail that failed back in the outbox, due at once.
   * @throws Refusal MAIL_NOT_FAILED when it is waiting, under way or sent: nobody gets a mail twice by a click.
   */
  async retry(id: string): Promise<MailLogEntry> {
    const [again] = await this.db.query<MailLogEntry>(
      `UPDATE notifications.mail SET status = 'due', attempts = 0, first_tried_at = NULL, due_at = $2, last_error = NULL
       WHERE id::text = $1 AND status IN ('failed', 'bounced') RETURNING ${columns}`,
      [id, this.clock.now()],
    );
    if (again) {
      this.queue.ring('deliver-due-mail');
      return this.entry(again);
    }
    const [known] = await this.db.query('SELECT FROM notifications.mail WHERE id::text = $1', [id]);
    if (!known) throw notThere('This mail');
    throw new Refusal('MAIL_NOT_FAILED', 'Only a mail that failed can be tried again.');
  }

  private entry(row: MailLogEntry): MailLogEntry {
    return { ...row, messageId: `<${row.id}@${this.config.MAIL_DOMAIN}>` };
  }
}

function startsWith(text: string | null | undefined): string | null {
  return text ? `${text.trim().replace(/[\\%_]/g, '\\$&')}%` : null;
}
