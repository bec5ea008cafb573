import { insertMails, Outbox } from '@upstander/notifications';
import { Clock, Database, JobHandler, Logger, type Job, type Tx } from '@upstander/platform';
import { VolunteerMessages } from '@upstander/volunteers';
import { audiencePeople } from './audience-people.js';
import { fillMessage, loadMessages } from './message-facts.js';

const settleBatch = 500;

/**
 * Records the people of the next due message and queues their emails, in one statement: a worker that is killed has
 * done all of it or nothing. The lock keeps out other workers, and a stop that is requested at the same time.
 */
export const startNextMessage = `
  WITH due AS (
    SELECT * FROM events.event_message
    WHERE send_at <= $1 AND started_at IS NULL AND stopped_at IS NULL
    ORDER BY send_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
  ), started AS (
    UPDATE events.event_message g SET started_at = $1 FROM due WHERE g.id = due.id
  ), people AS (
    SELECT due.id AS message_id, p.* FROM due CROSS JOIN LATERAL (${audiencePeople({
      eventId: 'due.event_id',
      kind: 'due.audience',
      shiftIds: 'due.shift_ids',
      signupIds: 'due.signup_ids',
      at: '$1::timestamptz',
    })}) p
  ), recipients AS (
    -- Only volunteers have a history to add the message to.
    INSERT INTO events.event_message_recipient (message_id, signup_id, registration_id, left_out, settled_at)
    SELECT message_id, signup_id, registration_id, left_out,
      CASE WHEN left_out IS NOT NULL OR signup_id IS NULL THEN $1::timestamptz END
    FROM people
    RETURNING id, signup_id, registration_id, left_out
  ), mails AS (
    ${insertMails({
      template: { column: `CASE WHEN p.is_over THEN 'event-follow-up' ELSE 'event-message' END` },
      key: `'event-message/' || r.id`,
      subjectId: 'r.id',
      recipient: 'p.email',
      locale: 'p.locale',
      dueAt: '$1',
      canWait: 'true',
      from: `recipients r JOIN people p ON coalesce(p.signup_id, p.registration_id)
        = coalesce(r.signup_id, r.registration_id) WHERE r.left_out IS NULL`,
    })}
  )
  SELECT due.id, (SELECT count(*)::integer FROM mails) AS mails FROM due`;

interface SettledRow extends Record<string, unknown> {
  id: string;
  messageId: string;
  locale: 'en' | 'es';
  chapterId: string;
  authorId: string | null;
  sentAt: Date | null;
}

@JobHandler('send-event-messages')
export class SendEventMessages implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly messages: VolunteerMessages,
    private readonly logger: Logger,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const [started] = await this.db.query<{ id: string; mails: number }>(startNextMessage, [this.clock.now()]);
      if (!started) break;
      this.outbox.deliver();
      this.logger.info({ message: started.id, mails: started.mails }, 'emails of an event message queued');
    }
    for (let count = settleBatch; count === settleBatch && !signal.aborted;)
      count = await this.db.transaction((tx) => this.settle(tx));
  }

  /** Adds sent messages to the history of their volunteers, under the ID that replies name. */
  private async settle(tx: Tx): Promise<number> {
    const rows = await tx.query<SettledRow>(
      `UPDATE events.event_message_recipient r SET settled_at = $1
       FROM (
         SELECT r.id, m.sent_at FROM events.event_message_recipient r
           JOIN notifications.mail m ON m.key = 'event-message/' || r.id
         WHERE r.settled_at IS NULL AND m.status NOT IN ('due', 'collected', 'sending')
         ORDER BY r.id LIMIT $2 FOR UPDATE OF r SKIP LOCKED
       ) done, events.event_message g, events.event e, events.signup u
       WHERE r.id = done.id AND g.id = r.message_id AND e.id = g.event_id AND u.id = r.signup_id
       RETURNING r.id, g.id AS "messageId", u.locale, e.chapter_id AS "chapterId", g.author_id AS "authorId",
         done.sent_at AS "sentAt"`,
      [this.clock.now(), settleBatch],
    );
    const sent = rows.filter(({ sentAt }) => sentAt !== null);
    const facts = await loadMessages(
      tx,
      sent.map(({ id }) => id),
      { withStopped: true },
    );
    for (const wanted of new Set(sent.map(({ messageId }) => messageId))) {
      const group = sent.filter(({ messageId }) => messageId === wanted);
      const [{ chapterId, authorId, sentAt }] = group as [SettledRow];
      const texts = group.flatMap(({ id, locale }) => {
        const message = facts.get(id);
        if (!message?.volunteerId) return [];
        return [{ id, volunteerId: message.volunteerId, ...fillMessage(message.text, message.entries, locale) }];
      });
      await this.messages.saveMessages(tx, texts, { chapterId, by: authorId, at: sentAt! });
    }
    return rows.length;
  }
}
