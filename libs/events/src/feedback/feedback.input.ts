import { Field, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { Feedback } from './feedback.entity.js';

@InputType({ description: 'Volunteer feedback on a past event.' })
export class FeedbackInput extends InputOf(Feedback, { required: ['rating'], optional: ['comment'] }) {
  @Field(() => String, { description: 'Token from the personal link in the email.' }) token!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
