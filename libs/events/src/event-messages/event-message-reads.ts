import { Injectable } from '@nestjs/common';
import { Access, accountName, type Actor } from '@upstander/identity';
import { ReplyAddresses } from '@upstander/notifications';
import { Clock, Database, keysetList, notFound, selectList, Values, type PageArgs, type Tx } from '@upstander/platform';
import { audiencePeople } from './audience-people.js';
import { EventAudienceKind, readAudience, type Audience, type EventAudience } from './event-audience.js';
import type { EventAudienceInput } from './event-audience.js';
import type { EventMessageRecipient, EventMessageRecipientConnection } from './event-message-recipient.entity.js';
import { EventMessage, type EventMessageConnection } from './event-message.entity.js';
import { joinSignup } from '../signups/signup-joins.js';

/** SQL: result of message `g` for recipient `r` with email `m`. */
const result = `CASE
  WHEN r.left_out IS NOT NULL THEN 'left_out'
  WHEN m.status = 'sent' THEN 'sent'
  WHEN m.status IN ('due', 'collected', 'sending') AND (g.stopped_at IS NULL OR m.status = 'sending') THEN 'waiting'
  WHEN m.status IN ('due', 'collected', 'skipped') AND g.stopped_at IS NOT NULL THEN 'stopped'
  ELSE 'failed' END`;

/** SQL: recipients `r` of message `g` with their email `m`. */
const recipients = `events.event_message_recipient r
  LEFT JOIN notifications.mail m ON m.key = 'event-message/' || r.id`;

const counts = `(SELECT
    count(*) FILTER (WHERE o.result = 'sent')::integer AS sent,
    count(*) FILTER (WHERE o.result = 'waiting')::integer AS waiting,
    count(*) FILTER (WHERE o.result = 'failed')::integer AS failed,
    count(*) FILTER (WHERE o.result = 'stopped')::integer AS stopped,
    count(*) FILTER (WHERE o.result = 'left_out')::integer AS "leftOut"
  FROM (SELECT ${result} AS result FROM ${recipients} WHERE r.message_id = g.id) o)`;

const columns = `${selectList(EventMessage, 'g', 'anyone')}, ${accountName('g.author_id')} AS author, to_json(counts) AS counts,
  CASE WHEN g.stopped_at IS NOT NULL THEN 'stopped' WHEN g.started_at IS NULL THEN 'scheduled'
    WHEN counts.waiting > 0 THEN 'sending' ELSE 'sent' END AS status`;
const source = `events.event_message g
  CROSS JOIN LATERAL ${counts} counts`;

type Row = EventMessage & Record<string, unknown>;

interface AudienceRow extends Pick<EventAudience, 'people' | 'spanish' | 'leftOutCount' | 'leftOut'> {
  [column: string]: unknown;
}

@Injectable()
export class EventMessageReads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly replyAddresses: ReplyAddresses,
  ) {}

  /** @throws Refusal NOT_FOUND, BAD_INPUT */
  async list(actor: Actor, eventId: string, page: PageArgs): Promise<EventMessageConnection> {
    await this.access.require(actor, 'event:message', [eventId], 'This event');
    const values = new Values();
    return keysetList<EventMessage>(this.db, {
      columns,
      from: source,
      conditions: [`g.event_id = ${values.add(eventId)}`],
      values,
      by: { 'g.created_at': 'timestamptz', 'g.id': 'uuid' },
      direction: 'DESC',
      page,
    });
  }

  /** @throws Refusal NOT_FOUND */
  async findFor(actor: Actor, id: string): Promise<EventMessage> {
    await this.access.require(actor, 'event-message:read', [id], 'This message');
    return this.find(id);
  }

  /** The caller must already have checked access. @throws Refusal NOT_FOUND */
  async find(id: string, executor: Tx | Database = this.db): Promise<EventMessage> {
    const [row] = await executor.query<Row>(`SELECT ${columns} FROM ${source} WHERE g.id = $1`, [id]);
    if (!row) throw notFound('This message');
    return row;
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT */
  async recipients(actor: Actor, messageId: string, page: PageArgs): Promise<EventMessageRecipientConnection> {
    await this.access.require(actor, 'event-message:read', [messageId], 'This message');
    const values = new Values();
    return keysetList<EventMessageRecipient>(this.db, {
      columns: `r.id, r.signup_id AS "signupId", r.registration_id AS "registrationId",
        coalesce(u.name, p.name) AS name, ${result} AS result, r.left_out AS "leftOut",
        m.sent_at AS "sentAt", m.last_error AS "lastError"`,
      from: `${recipients} JOIN events.event_message g ON g.id = r.message_id
        LEFT ${joinSignup('r')} LEFT JOIN events.registration p ON p.id = r.registration_id`,
      conditions: [`r.message_id = ${values.add(messageId)}`],
      values,
      by: { 'platform.fold(coalesce(u.name, p.name))': 'text', 'r.id': 'uuid' },
      page,
    });
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT */
  async audienceFor(actor: Actor, eventId: string, input: EventAudienceInput): Promise<EventAudience> {
    await this.access.require(actor, 'event:message', [eventId], 'This event');
    return this.audience(this.db, eventId, readAudience(input));
  }

  /** The caller must already have checked access. Sign-ups and shifts of other events are ignored. */
  async audience(executor: Tx | Database, eventId: string, audience: Audience): Promise<EventAudience> {
    const { kind, shiftIds, signupIds } = audience;
    const at = this.clock.now();
    const values = [eventId, shiftIds, signupIds, at];
    const people = (kindSql: string) =>
      audiencePeople({
        eventId: '$1::uuid',
        shiftIds: '$2::uuid[]',
        signupIds: '$3::uuid[]',
        at: '$4::timestamptz',
        kind: kindSql,
      });
    const [found] = await executor.query<AudienceRow>(
      `WITH people AS (${people('$5::text')})
       SELECT count(*) FILTER (WHERE left_out IS NULL)::integer AS people,
         count(*) FILTER (WHERE left_out IS NULL AND locale = 'es')::integer AS spanish,
         count(*) FILTER (WHERE left_out IS NOT NULL)::integer AS "leftOutCount",
         (SELECT coalesce(json_agg(l), '[]') FROM (
           SELECT signup_id AS "signupId", registration_id AS "registrationId", name, left_out AS reason
           FROM people WHERE left_out IS NOT NULL
           ORDER BY left_out = 'ended', name, signup_id, registration_id LIMIT 100
         ) l) AS "leftOut"
       FROM people`,
      [...values, kind],
    );
    const sizes = await executor.query<{ kind: EventAudienceKind; people: number }>(
      `SELECT k.kind, count(p.person)::integer AS people
       FROM unnest($5::text[]) WITH ORDINALITY AS k (kind, position)
         LEFT JOIN LATERAL (${people('k.kind')}) p ON p.left_out IS NULL
       GROUP BY k.kind, k.position ORDER BY k.position`,
      [...values, Object.values(EventAudienceKind).filter((one) => one !== EventAudienceKind.SELECTED)],
    );
    return { ...found!, sizes, receivesReplies: this.replyAddresses.isEnabled };
  }
}
