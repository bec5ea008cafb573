import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, enumOf, type EnumOf } from '@upstander/platform';
import { CredentialType } from '@upstander/volunteers';

export const RequirementTiming = enumOf('RequirementTiming', 'By when somebody must have what a shift asks for.', {
  before: { name: 'BEFORE_SIGN_UP', description: 'Without it nobody signs up.' },
  by_the_day: 'They sign up and get it then; who has not got it in time loses the place.',
  not: { name: 'NOT_AT_ALL', description: 'The shift does not ask for it.' },
});
export type RequirementTiming = EnumOf<typeof RequirementTiming>;

export const MissingReason = enumOf('MissingReason', 'Why a credential does not count for a shift.', {
  none: 'They have none.',
  pending: 'It is under way: somebody has to look at it, to sign or to answer.',
  runs_out: 'What they have ends before the shift does.',
  new_text: 'They signed an older version of the text.',
});
export type MissingReason = EnumOf<typeof MissingReason>;

@ObjectType({ description: 'A credential that a shift asks for.' })
export class ShiftRequirement {
  @Field(() => CredentialType, { description: 'What it asks for.' }) type!: CredentialType;
  @Field(() => Boolean, { description: 'Whether it is needed before one signs up.' }) strict!: boolean;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Who has not got it by then loses the place; null where it is needed before one signs up.',
  })
  dueAt!: Date | null;
}

@ObjectType({ description: 'A credential that somebody lacks for a shift.' })
export class MissingCredential extends ShiftRequirement {
  @Field(() => ID, { description: 'The shift that asks for it.' }) shiftId!: string;
  @Field(() => MissingReason, { description: 'Why they lack it.' }) reason!: MissingReason;
}

@InputType({ description: 'What a shift asks of those who sign up.' })
export class RequireCredentialInput {
  @Field(() => ID) shiftId!: string;
  @Field(() => ID, { description: 'The credential.' }) typeId!: string;
  @Field(() => RequirementTiming, { description: 'By when.' }) timing!: RequirementTiming;
}
