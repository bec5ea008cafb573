import { Field, ID, ObjectType } from '@nestjs/graphql';
import {
  Choice,
  ConnectionOf,
  DateTimeScalar,
  enumOf,
  type EnumOf,
  Id,
  Instant,
  NoPersonalData,
  Ref,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { LeftOutReason } from './event-audience.js';

export const EventMessageResult = enumOf('EventMessageResult', 'Result of a message for one person.', {
  waiting: 'The email has not been sent yet.',
  sent: 'The mail server accepted the email.',
  failed: 'The email could not be delivered.',
  stopped: 'The message was stopped before the email was sent.',
  left_out: 'No email was written to this person.',
});
export type EventMessageResult = EnumOf<typeof EventMessageResult>;

/** One row per person in the audience when sending started. Contains only references. */
@NoPersonalData('left_out')
@Entity({ schema: 'events', name: 'event_message_recipient' })
export class EventMessageRecipientRow {
  @Id() id!: string;
  @Ref() messageId!: string;
  /** The person's first sign-up in the audience. */
  @Ref({ nullable: true }) signupId!: string | null;
  /** For someone without a sign-up in the audience. */
  @Ref({ nullable: true }) registrationId!: string | null;
  @Choice(LeftOutReason, { nullable: true }) leftOut!: LeftOutReason | null;
  @Instant({ nullable: true }) settledAt!: Date | null;
}

@ObjectType({ description: 'Result of a message for one person.' })
export class EventMessageRecipient {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true, description: 'ID of the sign-up; null for participants.' })
  signupId!: string | null;
  @Field(() => ID, { nullable: true, description: 'ID of the registration; null for volunteers.' })
  registrationId!: string | null;
  @Field(() => String, { description: 'Name given with the sign-up or registration.' }) name!: string;
  @Field(() => EventMessageResult, { description: 'Result for this person.' }) result!: EventMessageResult;
  @Field(() => LeftOutReason, { nullable: true, description: 'Why the person got no email; null otherwise.' })
  leftOut!: LeftOutReason | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the mail server accepted the email.' })
  sentAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Latest error message from the mail server.' })
  lastError!: string | null;
}

@ObjectType({ description: 'A page of the people of a message, by name.' })
export class EventMessageRecipientConnection extends ConnectionOf(EventMessageRecipient, 'EventMessageRecipient') {}
