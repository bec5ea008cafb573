import { Injectable } from '@nestjs/common';
import { Access, EmailRequestLimits, type Actor, type Browser } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import {
  Clock,
  selectList,
  Config,
  Database,
  isUuid,
  keysetList,
  matches,
  notFound,
  readInput,
  Refusal,
  refuseFaults,
  sha256,
  Values,
  type Acknowledgement,
  type Connection,
} from '@upstander/platform';
import { MessageForms } from './message-forms.js';
import { recipientOf } from './recipient-of.js';
import {
  ManagedSiteMessage,
  SendSiteMessageInput,
  SiteMessage,
  SiteMessageFilter,
  SiteMessageStatus,
} from './site-message.entity.js';

type Row = ManagedSiteMessage & Record<string, unknown>;

const columns = `${selectList(SiteMessage, 'm', 'staff')}, c.name AS "chapterName", a.name AS "answeredByName"`;
const joins = `LEFT JOIN identity.chapter c ON c.id = m.chapter_id LEFT JOIN identity.account a ON a.id = m.answered_by`;

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
   * Stores a message and emails the recipient. The response reveals neither the recipient's address nor if the sender
   * is known.
   * @throws Refusal BAD_INPUT, FORM_TOO_QUICK, FORM_TOO_OLD, MESSAGE_NOT_TAKEN, SOLUTION_NEEDED, TOO_MANY_TRIES
   */
  async send(actor: Actor, browser: Browser, input: SendSiteMessageInput): Promise<Acknowledgement> {
    const { values, faults } = readInput(SendSiteMessageInput, input);
    refuseFaults(faults);
    if (input.website) {
      throw new Refusal('MESSAGE_NOT_TAKEN', 'We couldn’t accept this form. Please email us instead.');
    }
    this.forms.check(input.form);
    await this.limits.consume(actor, browser, { kind: 'site-message', email: values.email, solution: input.solution });
    const content = [values.chapterId, values.name, values.email, values.body, values.language];
    await this.db.transaction(async (tx) => {
      const recipient = await recipientOf(tx, values.chapterId, this.config.contactEmail);
      const [made] = await tx.query<{ id: string }>(
        `INSERT INTO outreach.site_message (chapter_id, name, email, body, language, form_hash, received_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT ON CONSTRAINT site_message_once DO NOTHING RETURNING id`,
        [...content, sha256(JSON.stringify([input.form, ...content])), this.clock.now()],
      );
      if (!made) return;
      await this.outbox.add(tx, {
        key: `site-message/${made.id}`,
        template: 'site-message',
        subjectId: made.id,
        recipient,
        locale: 'en',
        data: {},
        dueAt: this.clock.now(),
      });
    });
    return { ok: true };
  }

  /**
   * Returns messages to the actor's chapters, newest first. Staff of all chapters also see those to the organization.
   */
  list(
    actor: Actor,
    filter: SiteMessageFilter,
    page: { first?: number | null; after?: string | null },
  ): Promise<Connection<ManagedSiteMessage>> {
    const values = new Values();
    const conditions = [...this.narrowed(actor, filter, values)];
    return keysetList<Row>(this.db, {
      conditions,
      values,
      page,
      from: 'outreach.site_message m',
      joins,
      columns,
      direction: 'DESC',
      by: [
        { sql: 'm.received_at', type: 'timestamptz' },
        { sql: 'm.id', type: 'uuid' },
      ],
    });
  }

  narrowed(actor: Actor, { status, chapterId, search }: SiteMessageFilter, values: Values): string[] {
    const scope = this.scopeOf(actor);
    return [
      scope ? `m.chapter_id = ANY (${values.add(scope)}::uuid[])` : 'true',
      ...(status ? [`m.status = ${values.add(status)}`] : []),
      ...(chapterId ? [isUuid(chapterId) ? `m.chapter_id = ${values.add(chapterId)}` : 'false'] : []),
      ...(search?.trim()
        ? matches(`platform.fold(m.name || ' ' || m.email::text || ' ' || m.body)`, search, values)
        : []),
    ];
  }

  /** Marks a message as answered or reopens it. @throws Refusal NOT_FOUND */
  async setStatus(actor: Actor, id: string, status: SiteMessageStatus): Promise<ManagedSiteMessage> {
    const isAnswered = status === SiteMessageStatus.ANSWERED;
    const at = isAnswered ? this.clock.now() : null;
    await this.change(
      actor,
      id,
      `UPDATE outreach.site_message m SET status = $3, answered_at = $4, answered_by = $5
       WHERE m.id = $1 AND ($2::uuid[] IS NULL OR m.chapter_id = ANY ($2)) RETURNING m.id`,
      [status, at, isAnswered ? actor.accountId : null],
    );
    const [message] = await this.db.query<Row>(
      `SELECT ${columns} FROM outreach.site_message m ${joins} WHERE m.id = $1`,
      [id],
    );
    if (!message) throw notFound('This message');
    return message;
  }

  /** Deletes a message and the email about it. @throws Refusal NOT_FOUND */
  async delete(actor: Actor, id: string): Promise<Acknowledgement> {
    await this.change(
      actor,
      id,
      `DELETE FROM outreach.site_message m WHERE m.id = $1 AND ($2::uuid[] IS NULL OR m.chapter_id = ANY ($2)) RETURNING m.id`,
    );
    await this.db.transaction((tx) => this.outbox.forget(tx, [id]));
    return { ok: true };
  }

  private async change(actor: Actor, id: string, sql: string, parameters: unknown[] = []): Promise<void> {
    const changed = isUuid(id) ? await this.db.query(sql, [id, this.scopeOf(actor), ...parameters]) : [];
    if (changed.length === 0) throw notFound('This message');
  }

  private scopeOf(actor: Actor): string[] | null {
    const chapters = this.access.chaptersOf(actor, 'site-message:read');
    return chapters === 'all' ? null : chapters;
  }
}
