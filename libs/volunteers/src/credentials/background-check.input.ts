import { Field, ID, InputType } from '@nestjs/graphql';
import { LocalDateScalar } from '@upstander/platform';

@InputType({ description: 'Result of a screening: clear or not, without details from the report.' })
export class RecordBackgroundCheckInput {
  @Field(() => ID) id!: string;
  @Field(() => Boolean, { description: 'True if the result is clear. If false, a pre-adverse action notice is sent.' })
  clear!: boolean;
  @Field(() => LocalDateScalar, { description: 'Date of the result.' }) issuedOn!: string;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day it is valid; defaults to the validity of its type.',
  })
  expiresOn?: string | null;
  @Field(() => String, { description: 'Reference number of the screening provider, at most 100 characters.' })
  providerReference!: string;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True if the volunteer received the report and the summary of rights. Required if the result is not clear.',
  })
  reportGiven?: boolean | null;
}
