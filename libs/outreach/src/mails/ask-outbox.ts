import { Injectable } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import { Clock, type Tx } from '@upstander/platform';
import type { SchoolAskStatus } from '../asks/ask-status.js';

/** Statuses the requester is notified of. Earlier ones are internal. */
const notifiedStatuses: readonly SchoolAskStatus[] = ['meeting', 'committed', 'taught', 'protocol'];

/** Adds emails about school requests to the outbox, in the transaction that causes them. */
@Injectable()
export class AskOutbox {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async confirm(tx: Tx, ask: { id: string; email: string; language: LocaleName }): Promise<void> {
    const mail = { key: `school-ask-confirm/${ask.id}`, template: 'school-ask-confirm', subjectId: ask.id };
    await this.outbox.add(tx, { ...mail, recipient: ask.email, locale: ask.language, dueAt: this.clock.now() });
  }

  /** Notifies the organizers of this chapter, or of all chapters, of a new request. */
  async notifyStaff(tx: Tx, ask: { id: string; chapterId: string | null }): Promise<void> {
    const people = await tx.query<{ id: string; email: string; locale: LocaleName }>(
      `SELECT DISTINCT a.id, a.email::text, a.locale FROM identity.account a JOIN identity."grant" g ON g.account_id = a.id
       WHERE a.disabled_at IS NULL AND g.role IN ('admin', 'organizer') AND (g.chapter_id IS NULL OR g.chapter_id = $1)
       ORDER BY a.id LIMIT 50`,
      [ask.chapterId],
    );
    const dueAt = this.clock.now();
    const mail = { template: 'school-ask-new', subjectId: ask.id, dueAt };
    await this.outbox.add(
      tx,
      ...people.map(({ id, email, locale }) => ({
        ...mail,
        key: `school-ask-new/${ask.id}/${id}`,
        recipient: email,
        locale,
      })),
    );
  }

  /** Notifies the requester of progress, once per status. */
  async notifyRequester(tx: Tx, askId: string, to: SchoolAskStatus): Promise<void> {
    if (!notifiedStatuses.includes(to)) return;
    const [ask] = await tx.query<{ email: string; language: LocaleName }>(
      'SELECT email::text, language FROM outreach.ask WHERE id = $1 AND email IS NOT NULL',
      [askId],
    );
    if (!ask) return;
    const mail = { key: `school-ask-news/${askId}/${to}`, template: 'school-ask-news', subjectId: askId, data: { to } };
    await this.outbox.add(tx, { ...mail, recipient: ask.email, locale: ask.language, dueAt: this.clock.now() });
  }
}
