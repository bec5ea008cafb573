import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RecordNames } from '@upstander/identity';
import {
  Clock,
  selectList,
  Config,
  type Connection,
  Database,
  JobQueue,
  keysetList,
  notFound,
  type PageArgs,
  Refusal,
  Values,
} from '@upstander/platform';
import { mailDomain } from '../delivery/mail-domain.js';
import { Mail } from '../mails/mail.entity.js';
import { MailTemplates } from '../templates/mail-templates.js';
import type { MailLogEntry, MailLogFilter } from './mail-log.js';

const columns = selectList(Mail, 'mail', 'staff');

/** Shown in place of a notice's template and recipient. */
const notice = { template: 'notice', recipient: 'not-shown@notice.invalid' };

@Injectable()
export class MailLogService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly queue: JobQueue,
    private readonly templates: MailTemplates,
    private readonly names: RecordNames,
  ) {}

  /** Names emails in the log of staff actions. As in the mail log, the recipient of a notice isn't shown. */
  onModuleInit(): void {
    this.names.define('mail', {
      sql: `SELECT id, CASE WHEN template <> ALL ($2::text[]) THEN recipient::text END AS name
        FROM notifications.mail WHERE id = ANY ($1::uuid[])`,
      values: () => [this.templates.notices()],
      path: ({ name }) => (name === null ? '/mail' : `/mail?recipient=${encodeURIComponent(name)}`),
      isPerson: true,
    });
  }

  list(filter: MailLogFilter | null, page: PageArgs): Promise<Connection<MailLogEntry>> {
    const values = new Values();
    const conditions: string[] = [];
    if (filter?.status) conditions.push(`mail.status = ANY (${values.add(filter.status)}::text[])`);
    if (filter?.template) {
      const names = filter.template === notice.template ? this.templates.notices() : [filter.template];
      conditions.push(`mail.template = ANY (${values.add(names)}::text[])`);
    }
    if (filter?.recipient) {
      // Filtering must not reveal the recipient of a notice.
      conditions.push(`mail.template <> ALL (${values.add(this.templates.notices())}::text[])`);
      // Prefix match that uses the index: from this text up to the text plus the last code point.
      const start = filter.recipient.trim();
      conditions.push(
        `mail.recipient ~>=~ ${values.add(start)}::citext`,
        `mail.recipient ~<~ ${values.add(`${start}\u{10ffff}`)}::citext`,
      );
    }
    return keysetList<MailLogEntry>(
      this.db,
      {
        columns,
        from: 'notifications.mail',
        conditions,
        values,
        by: [
          { sql: 'mail.created_at', type: 'timestamptz' },
          { sql: 'mail.id', type: 'uuid' },
        ],
        direction: 'DESC',
        page,
      },
      (row) => this.entry(row),
    );
  }

  /**
   * Queues a failed email again.
   * @throws Refusal MAIL_NOT_FAILED if it is pending, being sent or sent, so no one receives it twice
   */
  async retry(id: string): Promise<MailLogEntry> {
    const [again] = await this.db.query<MailLogEntry>(
      `UPDATE notifications.mail SET status = 'due', attempts = 0, first_tried_at = NULL, due_at = $2, last_error = NULL
       WHERE id::text = $1 AND status IN ('failed', 'bounced') RETURNING ${columns}`,
      [id, this.clock.now()],
    );
    if (again) {
      this.queue.enqueue('deliver-due-mail');
      return this.entry(again);
    }
    const [known] = await this.db.query('SELECT FROM notifications.mail WHERE id::text = $1', [id]);
    if (!known) throw notFound('This mail');
    throw new Refusal('MAIL_NOT_FAILED', 'Only an email that failed can be sent again.');
  }

  private entry(row: MailLogEntry): MailLogEntry {
    const messageId = `<${row.id}@${mailDomain(this.config)}>`;
    if (!this.templates.find(row.template)?.isNotice) return { ...row, messageId, isNotice: false };
    const times = { dueAt: dayOf(row.dueAt), sentAt: row.sentAt && dayOf(row.sentAt) };
    // The server's response may contain the address.
    return { ...row, ...notice, ...times, lastError: null, messageId, isNotice: true };
  }
}

function dayOf(at: Date): Date {
  return new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`);
}
