import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf, LocalDateTimeScalar } from '@upstander/platform';
import { EventAudienceInput } from './event-audience.js';
import { EventMessage } from './event-message.entity.js';

const texts = ['subject', 'body', 'subjectEs', 'bodyEs'] as const;

@InputType({ description: "A message to an event's people, in English, Spanish or both." })
export class SendEventMessageInput extends InputOf(EventMessage, { optional: texts }) {
  @Field(() => ID, { description: 'ID of the event.' }) eventId!: string;
  @Field(() => EventAudienceInput, { description: 'Who gets it.' }) audience!: EventAudienceInput;
  @Field(() => LocalDateTimeScalar, {
    nullable: true,
    description: "When to send it, in the event's local time. If omitted, sending starts in 60 seconds.",
  })
  sendAtLocal?: string | null;
  @Field(() => String, { nullable: true, description: 'Unique key that makes retries safe.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A message to send to the caller only, with sample values for its fields.' })
export class TestEventMessageInput extends InputOf(EventMessage, { optional: texts }) {
  @Field(() => ID, { description: 'ID of the event.' }) eventId!: string;
}
