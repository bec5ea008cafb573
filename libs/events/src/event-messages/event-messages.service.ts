import { Injectable } from '@nestjs/common';
import { Access, RateLimits, type Actor } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import {
  Clock,
  Database,
  Idempotency,
  insertRow,
  notFound,
  readInput,
  Refusal,
  refuseFaults,
  type Faults,
  type Tx,
} from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { lockEvent } from '../events/event-store.js';
import { countLocalTimeOccurrences, wallToInstant } from '../time/wall-time.js';
import { includesParticipants, readAudience, type Audience } from './event-audience.js';
import { EventMessageReads } from './event-message-reads.js';
import { EventMessage, type EventMessageTest } from './event-message.entity.js';
import { SendEventMessageInput, TestEventMessageInput } from './event-message.input.js';
import { hasUnknownField, messageFields, participantFields } from './message-fields.js';
import { shiftTables, signupsOnShifts } from '../shifts/shift-joins.js';

/** Time in which a message can be stopped before anyone gets it. */
const stopDelay = 60_000;
const maxDaysAhead = 366;

type MessageTexts = Pick<EventMessage, 'subject' | 'body' | 'subjectEs' | 'bodyEs'>;

@Injectable()
export class EventMessages {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly limits: RateLimits,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly reads: EventMessageReads,
  ) {}

  /**
   * Schedules a message. The recipients are determined when it is sent.
   * @throws Refusal NOT_FOUND, BAD_INPUT, NO_RECIPIENTS, TOO_MANY_TRIES
   */
  async send(actor: Actor, input: SendEventMessageInput): Promise<EventMessage> {
    const { eventId } = input;
    await this.access.require(actor, 'event:message', [eventId], 'This event');
    const { values, faults } = readInput(SendEventMessageInput, input);
    const audience = readAudience(input.audience);
    const fields = includesParticipants(audience.kind) ? participantFields : messageFields;
    refuseFaults({ ...faults, ...textFaults(values, fields) });
    await this.limits.consume('organizer-message', String(actor.accountId));
    const { sendAtLocal = null } = input;
    const call = {
      operation: 'sendEventMessage',
      actorKey: String(actor.accountId),
      key: input.idempotencyKey,
      input: [eventId, audience, values, sendAtLocal],
    };
    const { id } = await this.idempotency.transaction(call, async (tx) => {
      const { timeZone } = await lockEvent(tx, eventId);
      const createdAt = this.clock.now();
      const sendAt = sendAtOf(sendAtLocal, timeZone, createdAt);
      await this.requireOfEvent(tx, eventId, audience);
      const { people } = await this.reads.audience(tx, eventId, audience);
      // Others may still sign up before a scheduled message is sent.
      if (people === 0 && sendAtLocal === null)
        throw new Refusal('NO_RECIPIENTS', 'No one in this audience would get an email.');
      const { kind, ...ids } = audience;
      const message = { ...values, ...ids, eventId, audience: kind, authorId: actor.accountId, createdAt, sendAt };
      return { id: await insertRow(tx.manager, EventMessage, message) };
    });
    return this.reads.find(id);
  }

  /**
   * Stops what has not been sent yet. Has no effect if it was already stopped or all emails were sent.
   * @throws Refusal NOT_FOUND
   */
  async stop(actor: Actor, id: string): Promise<EventMessage> {
    await this.access.require(actor, 'event-message:stop', [id], 'This message');
    await this.db.transaction(async (tx) => {
      // Waits for a job that is queueing the emails of this message.
      await tx.query('SELECT FROM events.event_message WHERE id = $1 FOR UPDATE', [id]);
      const { status } = await this.reads.find(id, tx);
      if (status !== 'scheduled' && status !== 'sending') return;
      await tx.query('UPDATE events.event_message SET stopped_at = $2 WHERE id = $1', [id, this.clock.now()]);
    });
    return this.reads.find(id);
  }

  /**
   * Emails the message to the caller, in each language that it has.
   * @throws Refusal NOT_FOUND, BAD_INPUT, TOO_MANY_TRIES
   */
  async sendTest(actor: Actor, input: TestEventMessageInput): Promise<EventMessageTest> {
    const { eventId } = input;
    await this.access.require(actor, 'event:message', [eventId], 'This event');
    const { values, faults } = readInput(TestEventMessageInput, input);
    refuseFaults({ ...faults, ...textFaults(values) });
    await this.limits.consume('organizer-message', String(actor.accountId));
    const { subject, body, subjectEs, bodyEs } = values;
    const texts = [
      { locale: 'en' as const, subject, body },
      { locale: 'es' as const, subject: subjectEs, body: bodyEs },
    ];
    const email = String(actor.email);
    await this.db.transaction(async (tx) => {
      for (const { locale, ...text } of texts) {
        if (text.subject === null || text.body === null) continue;
        await this.outbox.add(tx, {
          key: `event-message-test/${randomUUID()}`,
          template: 'event-message-test',
          subjectId: eventId,
          recipient: email,
          locale,
          data: { subject: text.subject, body: text.body },
        });
      }
    });
    return { eventId, email };
  }

  /** @throws Refusal NOT_FOUND for shifts and sign-ups of other events. */
  private async requireOfEvent(tx: Tx, eventId: string, { shiftIds, signupIds }: Audience): Promise<void> {
    const [found] = await tx.query<{ shifts: number; signups: number }>(
      `SELECT (SELECT count(*)::integer FROM ${shiftTables} WHERE e.id = $1 AND s.id = ANY ($2::uuid[])) AS shifts,
         (SELECT count(*)::integer FROM ${signupsOnShifts}
          WHERE s.event_id = $1 AND u.id = ANY ($3::uuid[]) AND u.repeat_of IS NULL) AS signups`,
      [eventId, shiftIds, signupIds],
    );
    if (found?.shifts !== shiftIds.length) throw notFound('This shift');
    if (found.signups !== signupIds.length) throw notFound('This sign-up');
  }
}

/** A language needs both a subject and a message, and one language is required. */
function textFaults(texts: MessageTexts, fields: readonly string[] = messageFields): Faults {
  const faults: Faults = {};
  const hasSpanish = texts.subjectEs !== null || texts.bodyEs !== null;
  const hasEnglish = texts.subject !== null || texts.body !== null;
  const required = [
    ...(hasEnglish || !hasSpanish ? (['subject', 'body'] as const) : []),
    ...(hasSpanish ? (['subjectEs', 'bodyEs'] as const) : []),
  ];
  for (const field of required) if (texts[field] === null) faults[field] = 'required';
  for (const field of ['subject', 'body', 'subjectEs', 'bodyEs'] as const)
    if (hasUnknownField(texts[field] ?? '', fields)) faults[field] = 'unknown-field';
  return faults;
}

/** @throws Refusal BAD_INPUT */
function sendAtOf(local: string | null, timeZone: string, now: Date): Date {
  const earliest = new Date(now.valueOf() + stopDelay);
  if (local === null) return earliest;
  if (countLocalTimeOccurrences(local, timeZone) === 0) refuseFaults({ sendAtLocal: 'not-on-the-clock' });
  const sendAt = wallToInstant(local, timeZone);
  if (sendAt < earliest) refuseFaults({ sendAtLocal: 'in-the-past' });
  if (sendAt.valueOf() > now.valueOf() + maxDaysAhead * 86_400_000) refuseFaults({ sendAtLocal: 'too-late' });
  return sendAt;
}
