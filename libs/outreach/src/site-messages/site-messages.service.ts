import { Injectable } from '@nestjs/common';
import { Access, EmailRequestLimits, chapterName, accountName, type Actor, type Browser } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import {
  badInput,
  Clock,
  selectList,
  Config,
  Database,
  insertRowOnce,
  isUuid,
  keysetList,
  matches,
  notFound,
  readValidInput,
  Refusal,
  sha256,
  Values,
  type Acknowledgement,
  type Connection,
  type PageArgs,
} from '@upstander/platform';
import { In, type FindOptionsWhere } from 'typeorm';
import { MessageForms } from './message-forms.js';
import { recipientOf } from './recipient-of.js';
import {
  ManagedSiteMessage,
  SendSiteMessageInput,
  SiteMessage,
  SiteMessageFilter,
  SiteMessageStatus,
} from './site-message.entity.js';

const maxReplyTargets = 200;

type Row = ManagedSiteMessage & Record<string, unknown>;

const columns = `${selectList(SiteMessage, 'm', 'staff')}, ${chapterName('m.chapter_id')} AS "chapterName", ${accountName('m.answered_by')} AS "answeredByName"`;

@Injectable()
export class SiteMessages {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly access: Access,
    private readonly limits: EmailRequestLimits,
    private readonly outbox: Outbox,
    private readonly forms: MessageForms,
  ) {
    access.permit('site-message:read', ['organizer']);
  }

  /**
   * The response reveals neither the recipient's address nor if the sender is known.
   * @throws Refusal BAD_INPUT, FORM_TOO_QUICK, FORM_TOO_OLD, MESSAGE_NOT_TAKEN, SOLUTION_NEEDED, TOO_MANY_TRIES
   */
  async send(actor: Actor, browser: Browser, input: SendSiteMessageInput): Promise<Acknowledgement> {
    const values = readValidInput(SendSiteMessageInput, input);
    if (input.website) {
      throw new Refusal('MESSAGE_NOT_TAKEN', 'We couldn’t accept this form. Please email us instead.');
    }
    this.forms.check(input.form);
    await this.limits.consume(actor, browser, { kind: 'site-message', email: values.email, solution: input.solution });
    const { chapterId, name, email, body, language } = values;
    const formHash = sha256(JSON.stringify([input.form, chapterId, name, email, body, language]));
    await this.db.transaction(async (tx) => {
      const recipient = await recipientOf(tx, chapterId, this.config.contactEmail);
      const receivedAt = this.clock.now();
      const message = { chapterId, name, email, body, language, formHash, receivedAt };
      const subjectId = await insertRowOnce(tx.manager, SiteMessage, message);
      if (!subjectId) return;
      await this.outbox.add(tx, {
        key: `site-message/${subjectId}`,
        template: 'site-message',
        subjectId,
        recipient,
        locale: 'en',
      });
    });
    return { ok: true };
  }

  /**
   * Returns messages to the actor's chapters, newest first. Staff of all chapters also see those to the organization.
   */
  list(actor: Actor, filter: SiteMessageFilter, page: PageArgs): Promise<Connection<ManagedSiteMessage>> {
    const values = new Values();
    const conditions = [...this.filterConditions(actor, filter, values)];
    return keysetList<Row>(this.db, {
      conditions,
      values,
      page,
      from: 'outreach.site_message m',
      columns,
      direction: 'DESC',
      by: { 'm.received_at': 'timestamptz', 'm.id': 'uuid' },
    });
  }

  /** @throws Refusal BAD_INPUT */
  filterConditions(actor: Actor, filter: SiteMessageFilter, values: Values): string[] {
    const { status, chapterId, isReply, eventMessageId, replyToIds, search } = filter;
    const scope = this.scopeOf(actor);
    if (replyToIds && replyToIds.length > maxReplyTargets) throw badInput({ replyToIds: 'too-many' });
    return [
      scope ? `m.chapter_id = ANY (${values.add(scope)}::uuid[])` : 'true',
      ...(status ? [`m.status = ${values.add(status)}`] : []),
      ...(chapterId ? [isUuid(chapterId) ? `m.chapter_id = ${values.add(chapterId)}` : 'false'] : []),
      ...(isReply === true || isReply === false ? [`(m.reply_to_id IS NOT NULL) = ${values.add(isReply)}`] : []),
      ...(eventMessageId
        ? [isUuid(eventMessageId) ? `m.event_message_id = ${values.add(eventMessageId)}` : 'false']
        : []),
      ...(replyToIds ? [`m.reply_to_id = ANY (${values.add(replyToIds.filter(isUuid))}::uuid[])`] : []),
      ...(search?.trim()
        ? matches(`platform.fold(m.name || ' ' || m.email::text || ' ' || m.body)`, search, values)
        : []),
    ];
  }

  /** @throws Refusal NOT_FOUND */
  async setStatus(actor: Actor, id: string, status: SiteMessageStatus): Promise<ManagedSiteMessage> {
    const isAnswered = status === SiteMessageStatus.ANSWERED;
    const answer = {
      answeredAt: isAnswered ? this.clock.now() : null,
      answeredBy: isAnswered ? actor.accountId : null,
    };
    const where = this.within(actor, id);
    const { affected } = await this.db.manager.update(SiteMessage, where, { status, ...answer });
    if (!affected) throw notFound('This message');
    const [message] = await this.db.query<Row>(`SELECT ${columns} FROM outreach.site_message m WHERE m.id = $1`, [id]);
    if (!message) throw notFound('This message');
    return message;
  }

  /** Deletes a message and the email about it. @throws Refusal NOT_FOUND */
  async delete(actor: Actor, id: string): Promise<Acknowledgement> {
    const { affected } = await this.db.manager.delete(SiteMessage, this.within(actor, id));
    if (!affected) throw notFound('This message');
    await this.db.transaction((tx) => this.outbox.deleteFor(tx, [id]));
    return { ok: true };
  }

  /** @throws Refusal NOT_FOUND */
  private within(actor: Actor, id: string): FindOptionsWhere<SiteMessage> {
    if (!isUuid(id)) throw notFound('This message');
    const scope = this.scopeOf(actor);
    return scope ? { id, chapterId: In(scope) } : { id };
  }

  private scopeOf(actor: Actor): string[] | null {
    const chapters = this.access.chaptersOf(actor, 'site-message:read');
    return chapters === 'all' ? null : chapters;
  }
}
