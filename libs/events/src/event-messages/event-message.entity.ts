import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import {
  Choice,
  ComputedField,
  ConnectionOf,
  enumOf,
  type EnumOf,
  Id,
  Instant,
  LongText,
  NoPersonalData,
  Ref,
  Refs,
  Text,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { EventAudienceKind, maxSelectedSignups } from './event-audience.js';

export const EventMessageStatus = enumOf('EventMessageStatus', 'Status of a message to the people of an event.', {
  scheduled: 'Not sent yet. It can be stopped and reaches no one then.',
  sending: 'Some of its emails have not been sent yet.',
  sent: 'All of its emails were sent or failed.',
  stopped: 'Stopped. Emails that had not been sent by then are never sent.',
});
export type EventMessageStatus = EnumOf<typeof EventMessageStatus>;

const seenBy = 'anyone';

@ObjectType({ description: 'Number of people by result of a message. All are 0 until sending starts.' })
export class EventMessageCounts {
  @Field(() => Int, { description: 'Number of emails the mail server accepted.' }) sent!: number;
  @Field(() => Int, { description: 'Number of emails that have not been sent yet.' }) waiting!: number;
  @Field(() => Int, { description: 'Number of emails that could not be delivered.' }) failed!: number;
  @Field(() => Int, { description: 'Number of emails that were stopped in time.' }) stopped!: number;
  @Field(() => Int, { description: 'Number of people who got no email, for example without an address.' })
  leftOut!: number;
}

/** Visible only to organizers of the event's chapter. */
@ObjectType({ description: "A message to an event's people. Replies go to the event's contact." })
@NoPersonalData('audience subject body subject_es body_es')
@RecordName('eventMessage', {
  also: ['sendEventMessage', 'stopEventMessage'],
  sql: `SELECT m.id, coalesce(m.subject, m.subject_es) AS name, e.title AS context, e.id AS "pageId"
    FROM events.event_message m JOIN events.event e ON e.id = m.event_id WHERE m.id = ANY ($1::uuid[])`,
  path: ({ id, pageId }) => `/events/${pageId}/messages/${id}`,
})
@Entity({ schema: 'events', name: 'event_message' })
export class EventMessage {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy, description: 'ID of the event.' }) eventId!: string;
  @Choice(EventAudienceKind, { seenBy, description: 'Who gets it.' }) audience!: EventAudienceKind;
  @Refs({ seenBy, max: 100, description: 'IDs of the shifts it is limited to; empty for all shifts.' })
  shiftIds!: string[];
  @Refs({ seenBy, max: maxSelectedSignups, description: 'IDs of the selected sign-ups; empty for other audiences.' })
  signupIds!: string[];
  @Text({ seenBy, max: 150, nullable: true, description: 'Email subject in English, on one line.' })
  subject!: string | null;
  @LongText({ seenBy, max: 5_000, nullable: true, description: 'The message in English, as plain text.' })
  body!: string | null;
  @Text({ seenBy, max: 150, nullable: true, description: 'Email subject in Spanish, on one line.' })
  subjectEs!: string | null;
  @LongText({ seenBy, max: 5_000, nullable: true, description: 'The message in Spanish, as plain text.' })
  bodyEs!: string | null;
  @Ref({ nullable: true }) authorId!: string | null;
  @ComputedField(() => String, { nullable: true, description: 'Name of the author; null if the account was removed.' })
  author!: string | null;
  @Instant({ seenBy, precision: 3 }) createdAt!: Date;
  @Instant({ seenBy, precision: 3, description: 'When sending starts, unless it is stopped before.' }) sendAt!: Date;
  @Instant({ precision: 3, nullable: true }) startedAt!: Date | null;
  @Instant({ seenBy, precision: 3, nullable: true, description: 'When it was stopped; null if it was not.' })
  stoppedAt!: Date | null;
  @ComputedField(() => EventMessageStatus) status!: EventMessageStatus;
  @ComputedField(() => EventMessageCounts, { description: 'Number of people by result.' }) counts!: EventMessageCounts;
}

@ObjectType({ description: "A page of messages to an event's people, newest first." })
export class EventMessageConnection extends ConnectionOf(EventMessage, 'EventMessage') {}

@ObjectType({ description: 'A test of a message.' })
export class EventMessageTest {
  @Field(() => ID, { description: 'ID of the event.' }) eventId!: string;
  @Field(() => String, { description: 'Email address that the test was sent to.' }) email!: string;
}
