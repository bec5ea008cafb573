import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, enumOf, type EnumOf } from '@upstander/platform';

export const RetentionReason = enumOf('RetentionReason', 'Why something is kept for as long as it is.', {
  law: 'The law wants it kept.',
  setting: 'A setting of the server says for how many days.',
  program: 'For so many days, in every installation.',
  use: 'As long as it is of use, or until the person has it erased.',
});
export type RetentionReason = EnumOf<typeof RetentionReason>;

@ObjectType('RetentionRule', { description: 'How long one kind of what is known of people is kept.' })
export class RetentionRule {
  @Field(() => ID, { description: 'What is kept, such as `identity.session`: docs/security/personal-data.md.' })
  about!: string;

  @Field(() => RetentionReason, { description: 'Why it is kept for so long.' })
  reason!: RetentionReason;

  @Field(() => Int, {
    nullable: true,
    description: 'After how many days it, or a part of it, is forgotten; null where its age does not count.',
  })
  days!: number | null;

  @Field(() => String, { nullable: true, description: 'The setting that says the days; null where none does.' })
  setting!: string | null;

  @Field(() => String, { nullable: true, description: 'The job that forgets it; null where none does.' })
  job!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When that job was done last; null where it never was.' })
  doneAt!: Date | null;
}
