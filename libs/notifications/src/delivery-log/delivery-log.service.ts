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
import { Sms } from '../sms/outbox/sms.entity.js';
import { MailTemplates } from '../templates/mail-templates.js';
import type { DeliveryLogFilter, MailLogEntry, MailLogFilter, SmsLogEntry, SmsLogFilter } from './delivery-log.js';

const emailColumns = selectList(Mail, 'mail', 'staff');
const textColumns = `${selectList(Sms, 'sms', 'staff')}, sms.recipient::text AS recipient, right(sms.number, 4) AS "numberEnding"`;

/** Shown in place of a notice's template and recipient. */
const notice = { template: 'notice', recipient: 'not-shown@notice.invalid' };

interface LogQuestion {
  table: 'mail' | 'sms';
  columns: string;
  /** Condition for the rows that the log may show. */
  only?: string;
  filter: DeliveryLogFilter | null;
  page: PageArgs;
}

/** The log of emails and texts. */
@Injectable()
export class DeliveryLogService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly queue: JobQueue,
    private readonly templates: MailTemplates,
    private readonly names: RecordNames,
  ) {}

  /** Names emails in the log of staff actions. As in the log, the recipient of a notice isn't shown. */
  onModuleInit(): void {
    this.names.define('mail', {
      sql: `SELECT id, CASE WHEN template <> ALL ($2::text[]) THEN recipient::text END AS name
        FROM notifications.mail WHERE id = ANY ($1::uuid[])`,
      values: () => [this.templates.notices()],
      path: ({ name }) => (name === null ? '/mail' : `/mail?recipient=${encodeURIComponent(name)}`),
      isPerson: true,
    });
  }

  listEmails(filter: MailLogFilter | null, page: PageArgs): Promise<Connection<MailLogEntry>> {
    return this.list<MailLogEntry>({ table: 'mail', columns: emailColumns, filter, page }, (row) => this.entry(row));
  }

  listTexts(filter: SmsLogFilter | null, page: PageArgs): Promise<Connection<SmsLogEntry>> {
    // Codes have no consent yet.
    return this.list<SmsLogEntry>({
      table: 'sms',
      columns: textColumns,
      only: 'sms.consent_id IS NOT NULL',
      filter,
      page,
    });
  }

  /**
   * Queues a failed email again.
   * @throws Refusal MAIL_NOT_FAILED if it is pending, being sent or sent, so no one receives it twice
   */
  async retry(id: string): Promise<MailLogEntry> {
    const [again] = await this.db.query<MailLogEntry>(
      `UPDATE notifications.mail SET status = 'due', attempts = 0, first_tried_at = NULL, due_at = $2, last_error = NULL
       WHERE id::text = $1 AND status IN ('failed', 'bounced') RETURNING ${emailColumns}`,
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

  private list<Entry extends object>(
    { table, columns, only, filter, page }: LogQuestion,
    toEntry?: (row: Entry) => Entry,
  ): Promise<Connection<Entry>> {
    const values = new Values();
    const conditions = only ? [only] : [];
    if (filter?.status) conditions.push(`${table}.status = ANY (${values.add(filter.status)}::text[])`);
    if (filter?.template) {
      const names = filter.template === notice.template ? this.templates.notices() : [filter.template];
      conditions.push(`${table}.template = ANY (${values.add(names)}::text[])`);
    }
    const start = filter?.recipient?.trim();
    if (start) {
      conditions.push(
        // Filtering must not reveal the recipient of a notice.
        `${table}.template <> ALL (${values.add(this.templates.notices())}::text[])`,
        // Prefix match that uses the index: from this text up to the text plus the last code point.
        `${table}.recipient ~>=~ ${values.add(start)}::citext`,
        `${table}.recipient ~<~ ${values.add(`${start}\u{10ffff}`)}::citext`,
      );
    }
    const by = [
      { sql: `${table}.created_at`, type: 'timestamptz' },
      { sql: `${table}.id`, type: 'uuid' },
    ] as const;
    const from = `notifications.${table}`;
    return keysetList<Entry>(this.db, { columns, from, conditions, values, by, direction: 'DESC', page }, toEntry);
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
