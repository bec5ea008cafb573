import { Int, ObjectType } from '@nestjs/graphql';
import { Locale, RecordName, type LocaleName } from '@upstander/identity';
import {
  Choice,
  ComputedField,
  ConnectionOf,
  Count,
  Email,
  emptiedValue,
  Id,
  Instant,
  modelField,
  namelessValue,
  personal,
  PersonalData,
  PersonName,
  Ref,
  replaceWith,
  SeenBy,
  splitColumns,
  Status,
} from '@upstander/platform';
import { Column, Entity } from 'typeorm';
import { Event } from '../events/event.entity.js';
import { RegistrationForm } from './registration-form.entity.js';
import { RegistrationAnswer, type Answers } from './registration-question.js';
import { RegistrationStatus } from './registration-status.js';

const seenBy = 'owner';
/** SQL: messages to the participants of the event that this participant got. */
const messages = `(SELECT json_agg(json_build_object('subject', CASE WHEN own.is_spanish THEN g.subject_es ELSE g.subject END,
    'body', CASE WHEN own.is_spanish THEN g.body_es ELSE g.body END, 'sent_at', m.sent_at) ORDER BY m.sent_at)
  FROM events.event_message_recipient o JOIN events.event_message g ON g.id = o.message_id
    JOIN notifications.mail m ON m.key = 'event-message/' || o.id AND m.status = 'sent'
    CROSS JOIN LATERAL (SELECT g.subject IS NULL OR (t.locale = 'es' AND g.subject_es IS NOT NULL) AS is_spanish) own
  WHERE o.registration_id = t.id)`;
const event = (column: string) => `(SELECT e.${column} FROM events.event e WHERE e.id = t.event_id)`;

@PersonalData({
  noun: 'registrations',
  of: { participant: 't.email = $1' },
  erasure: 'row',
  kept: '`SIGNUP_KEPT_DAYS` after the event; then only counted, without a name',
  forgotten: {
    erasureScope: 'columns',
    after: 'SIGNUP_KEPT_DAYS',
    since: `CASE WHEN t.name <> '—' THEN ${event('ends_at')} END`,
  },
  about: ['t.id', 't.event_id'],
  seenBy: 'the person; organizers of the chapter',
  columns: {
    name: personal.contact(namelessValue),
    email: personal.contact(emptiedValue),
    answers: personal.content(replaceWith(`'{}'`, 'emptied')),
  },
  also: {
    event: event('title'),
    starts_at: event('starts_at'),
    time_zone: event('time_zone'),
    status: 't.status',
    party: 't.party',
    arrived: 't.arrived',
    created_at: 't.created_at',
    messages_stopped_at: 't.messages_stopped_at',
    messages,
  },
  codes: { status: 'registrationStatus' },
  others: splitColumns('locale status'),
})
@RecordName('registration', {
  also: ['inRegistration', 'partySize'],
  sql: `SELECT r.id, r.name, e.title AS context, e.id AS "pageId"
    FROM events.registration r JOIN events.event e ON e.id = r.event_id WHERE r.id = ANY ($1::uuid[])`,
  path: ({ pageId }) => `/events/${pageId}/registrations`,
  isPerson: true,
})
@Entity({ schema: 'events', name: 'registration' })
export class Registration {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy }) eventId!: string;
  @PersonName({ seenBy, max: 120, required: true, description: 'Name of the contact of the party.' }) name!: string;
  @Email({ seenBy: 'staff', nullable: true, description: 'Email address; null if none was given to the organizer.' })
  email!: string | null;
  @Choice(Locale, { seenBy: 'staff', default: 'en' }) locale!: LocaleName;
  @Status(RegistrationStatus, { seenBy }) status!: RegistrationStatus;
  @Count({ seenBy, min: 1, max: 10, description: 'Number of people in the party.' }) party!: number;
  @modelField({ default: () => "'{}'" }, { type: () => String, column: { type: 'jsonb' }, empty: {} })
  answers!: Answers;
  /** Order on the waitlist. Unlike the position, it never changes. */
  @Column('bigint', { name: 'line_number', nullable: true }) waitlistOrder!: string | null;
  @Count({ seenBy: 'staff', max: 10, default: 0, description: 'Number of people of the party who have arrived.' })
  arrived!: number;
  @Instant({ seenBy: 'staff', nullable: true, precision: 3, description: 'When the first of them arrived.' })
  arrivedAt!: Date | null;
  /** When the email address was confirmed for this registration. */
  @Instant({ nullable: true }) verifiedAt!: Date | null;
  @Instant({
    seenBy,
    nullable: true,
    description: 'When it expires unless it is confirmed; null if it does not expire.',
  })
  expiresAt!: Date | null;
  /** The registration that an anonymous request repeated. This row is hidden and expires. */
  @Ref({ nullable: true }) repeatOf!: string | null;
  @Count({ default: 0 }) tokenVersion!: number;
  /** Organizer who added it; null if the participant registered. */
  @Ref({ nullable: true }) addedBy!: string | null;
  @Ref({ nullable: true }) endedBy!: string | null;
  @Instant({ nullable: true }) remindedAt!: Date | null;
  /** When the participant unsubscribed from messages after events. */
  @Instant({ nullable: true }) messagesStoppedAt!: Date | null;
  @Instant({ seenBy, precision: 3 }) createdAt!: Date;
  @Instant({ nullable: true }) endedAt!: Date | null;
  @ComputedField(() => Int, { seenBy, nullable: true, description: 'Position on the waitlist; 1 is next.' })
  position!: number | null;
  @ComputedField(() => Boolean, { seenBy, description: 'True if the email address was confirmed.' })
  addressConfirmed!: boolean;
}

@ObjectType({ description: "A participant's registration, by personal link." })
export class MyRegistration extends SeenBy(Registration, 'owner', ['answers']) {
  @ComputedField(() => Event) event!: Event;
  @ComputedField(() => RegistrationForm, { description: 'The form of the event.' }) form!: RegistrationForm;
  @ComputedField(() => [RegistrationAnswer], { description: 'Answers, in the order of the questions.' })
  answers!: RegistrationAnswer[];
  @ComputedField(() => String, {
    nullable: true,
    description: 'Token of its personal link. Returned only in `myRegistrations`.',
  })
  token!: string | null;
}

@ObjectType({ description: 'A registration, for organizers.' })
export class ManagedRegistration extends SeenBy(Registration, 'staff', ['answers']) {
  @ComputedField(() => [RegistrationAnswer], {
    description: 'Answers, in the order of the questions, including removed questions.',
  })
  answers!: RegistrationAnswer[];
  @ComputedField(() => String, { nullable: true, description: 'Name of the organizer who added it; null otherwise.' })
  addedByName!: string | null;
}

@ObjectType({ description: 'A page of registrations.' })
export class RegistrationConnection extends ConnectionOf(ManagedRegistration, 'ManagedRegistration') {}
