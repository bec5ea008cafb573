import { Injectable } from '@nestjs/common';
import { activeGrants, type LocaleName, type RoleName } from '@upstander/identity';
import { Clock, JobQueue, type Tx } from '@upstander/platform';
import { insertMails } from './insert-mails.js';
import type { MailDataByTemplate, MailName } from './mail-data.js';

export type NewMail<Name extends MailName = MailName> = StaffMail<Name> & {
  /** Without an address, no email is planned. */
  recipient: string | null;
  locale: LocaleName;
};

type StaffMail<Name extends MailName = MailName> = MailHead<Name> & MailFacts<MailDataByTemplate[Name]>;

interface MailHead<Name extends MailName> {
  /** The email's occasion, for example `signup-confirm/<id>`. A second email with the same key is ignored. */
  key: string;
  template: Name;
  subjectId: string | null;
  /** Now, by default. */
  dueAt?: Date;
  canWait?: boolean;
}

/** Emails whose facts are all loaded by their subject need no data. */
type MailFacts<Data> = Record<string, never> extends Data ? { data?: Data } : { data: Data };

/** Accounts that have one of the roles. */
export interface StaffRecipients {
  roles: readonly RoleName[];
  /** Limits them to staff of this chapter or, if null, of the whole organization, who are always included. */
  chapterId?: string | null;
  /** Account that gets no email. */
  except?: string | null;
}

/** Queues emails as rows, in the transaction of their cause. For emails selected by SQL, see `insertMails`. */
@Injectable()
export class Outbox {
  constructor(
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Adds emails and triggers delivery after commit. Returns the number of new keys. */
  async add<Name extends MailName>(tx: Tx, ...mails: ReadonlyArray<NewMail<Name>>): Promise<number> {
    if (mails.length === 0) return 0;
    const dueAt = this.clock.now();
    const rows = mails.map((mail) => ({ data: {}, dueAt, ...mail }));
    const added = await tx.query(addMails, [JSON.stringify(rows)]);
    if (added.length > 0) this.deliver(tx);
    return added.length;
  }

  /** Adds the email for up to 50 accounts, whose IDs are appended to its key. */
  async addForStaff<Name extends MailName>(
    tx: Tx,
    { roles, chapterId, except = null }: StaffRecipients,
    mail: StaffMail<Name>,
  ): Promise<void> {
    const staff = await tx.query<{ id: string; email: string; locale: LocaleName }>(
      `SELECT DISTINCT a.id, a.email::text, a.locale FROM ${activeGrants}
       WHERE g.role = ANY ($1::text[]) AND a.id IS DISTINCT FROM $4::uuid
         AND ($2::boolean OR g.chapter_id IS NULL OR g.chapter_id = $3)
       ORDER BY a.id LIMIT 50`,
      [roles, chapterId === undefined, chapterId ?? null, except],
    );
    const mails = staff.map(({ id, email, locale }) => ({
      ...mail,
      key: `${mail.key}/${id}`,
      recipient: email,
      locale,
    }));
    await this.add(tx, ...mails);
  }

  /** Triggers delivery of due emails: after the commit of `tx`, or immediately. */
  deliver(tx?: Tx): void {
    const wake = () => this.queue.enqueue('deliver-due-mail');
    if (tx) tx.afterCommit(wake);
    else wake();
  }

  /** Deletes all emails about erased persons, sent or not. */
  async deleteFor(tx: Tx, subjectIds: readonly string[]): Promise<void> {
    if (subjectIds.length > 0)
      await tx.query('DELETE FROM notifications.mail WHERE subject_id = ANY ($1::uuid[])', [subjectIds]);
  }
}

const addMails = insertMails({
  template: { column: 'm.template' },
  key: 'm.key',
  subjectId: 'm."subjectId"',
  recipient: 'm.recipient',
  locale: 'm.locale',
  data: 'm.data',
  dueAt: 'm."dueAt"',
  canWait: 'coalesce(m."canWait", false)',
  from: `jsonb_to_recordset($1::jsonb) AS m (key text, template text, "subjectId" uuid, recipient citext, locale text,
    data jsonb, "dueAt" timestamptz, "canWait" boolean)`,
});
