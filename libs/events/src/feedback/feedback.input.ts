import { Field, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { Feedback } from './feedback.entity.js';

@InputType({ description: 'What a volunteer says of an event that is over.' })
export class FeedbackInput extends InputOf(Feedback, { required: ['rating'], optional: ['comment'] }) {
  @Field(() => String, { description: 'From the personal link in the mail.' }) token!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
