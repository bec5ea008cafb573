import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, enumOf, type EnumOf } from '@upstander/platform';

export const RetentionReason = enumOf('RetentionReason', 'Reason for a retention period.', {
  law: 'Required by law.',
  setting: 'Number of days set in the server configuration.',
  program: 'Fixed number of days, the same for every installation.',
  use: 'Kept while in use, or until the person requests erasure.',
});
export type RetentionReason = EnumOf<typeof RetentionReason>;

@ObjectType('RetentionRule', { description: 'Retention period of one kind of personal data.' })
export class RetentionRule {
  @Field(() => ID, { description: 'Kind of data, for example `identity.session`; see docs/security/personal-data.md.' })
  about!: string;

  @Field(() => RetentionReason, { description: 'Reason for the retention period.' })
  reason!: RetentionReason;

  @Field(() => Int, {
    nullable: true,
    description: 'Days after which the data, or part of it, is deleted; null if not based on age.',
  })
  days!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the setting that defines the number of days; null if none.',
  })
  setting!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the job that deletes the data; null if none.' })
  job!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When that job last completed; null if never.' })
  doneAt!: Date | null;
}
