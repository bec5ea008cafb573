import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';
import { CredentialType } from '@upstander/volunteers';

/** By when somebody must have what a shift asks for. */
export const RequirementTiming = { BEFORE_SIGN_UP: 'before', BY_THE_DAY: 'by_the_day', NOT_AT_ALL: 'not' } as const;
export type RequirementTiming = (typeof RequirementTiming)[keyof typeof RequirementTiming];
registerEnumType(RequirementTiming, {
  name: 'RequirementTiming',
  description: 'By when somebody must have what a shift asks for.',
  valuesMap: {
    BEFORE_SIGN_UP: { description: 'Without it nobody signs up.' },
    BY_THE_DAY: { description: 'They sign up and get it then; who has not got it in time loses the place.' },
    NOT_AT_ALL: { description: 'The shift does not ask for it.' },
  },
});

/** Why a credential does not count for a shift. */
export const MissingReason = { NONE: 'none', PENDING: 'pending', RUNS_OUT: 'runs_out', NEW_TEXT: 'new_text' } as const;
export type MissingReason = (typeof MissingReason)[keyof typeof MissingReason];
registerEnumType(MissingReason, {
  name: 'MissingReason',
  description: 'Why a credential does not count for a shift.',
  valuesMap: {
    NONE: { description: 'They have none.' },
    PENDING: { description: 'It is under way: somebody has to look at it, to sign or to answer.' },
    RUNS_OUT: { description: 'What they have ends before the shift does.' },
    NEW_TEXT: { description: 'They signed an older version of the text.' },
  },
});

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
