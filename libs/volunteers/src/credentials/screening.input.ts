import { Field, ID, InputType } from '@nestjs/graphql';
import { LocalDateScalar } from '@upstander/platform';

@InputType({ description: 'The result of a screening: whether it is clear, and nothing of the report.' })
export class RecordScreeningInput {
  @Field(() => ID) id!: string;
  @Field(() => Boolean, { description: 'Whether it is clear. If not, the notice before a refusal goes out.' })
  clear!: boolean;
  @Field(() => LocalDateScalar, { description: 'The day of the result.' }) issuedOn!: string;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The last day on which it counts; left out, as long as its type says.',
  })
  expiresOn?: string | null;
  @Field(() => String, { description: "The provider's own reference, at most 100 characters." })
  providerReference!: string;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Needed where it is not clear: the volunteer was given the report and the summary of rights.',
  })
  reportGiven?: boolean | null;
}
