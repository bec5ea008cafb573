import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, enumOf, type EnumOf } from '@upstander/platform';
import { CredentialType } from '@upstander/volunteers';

export const RequirementTiming = enumOf('RequirementTiming', 'When a volunteer must hold a required credential.', {
  before: { name: 'BEFORE_SIGN_UP', description: 'Required to sign up.' },
  before_shift: 'Can be obtained after signing up. Volunteers without it at the deadline lose their spot.',
  not: { name: 'NOT_AT_ALL', description: 'Not required.' },
});
export type RequirementTiming = EnumOf<typeof RequirementTiming>;

export const MissingReason = enumOf('MissingReason', 'Reason a credential does not count for a shift.', {
  none: 'The volunteer does not have it.',
  pending: 'Pending a review, a signature, or an answer.',
  expires_early: 'Expires before the shift ends.',
  new_text: 'An older version of the text was signed.',
});
export type MissingReason = EnumOf<typeof MissingReason>;

@ObjectType({ description: 'A credential required by a shift.' })
export class ShiftRequirement {
  @Field(() => CredentialType, { description: 'The required credential.' }) type!: CredentialType;
  @Field(() => Boolean, { description: 'True if it is required to sign up.' }) isRequiredToSignUp!: boolean;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Deadline for obtaining it, after which the spot is lost; null if it is required to sign up.',
  })
  dueAt!: Date | null;
}

@ObjectType({ description: 'A required credential that a volunteer lacks.' })
export class MissingCredential extends ShiftRequirement {
  @Field(() => ID, { description: 'ID of the shift that requires it.' }) shiftId!: string;
  @Field(() => MissingReason, { description: 'Reason the requirement is not met.' }) reason!: MissingReason;
}

@InputType({ description: 'A credential requirement for a shift.' })
export class RequireCredentialInput {
  @Field(() => ID) shiftId!: string;
  @Field(() => ID, { description: 'ID of the credential type.' }) typeId!: string;
  @Field(() => RequirementTiming, { description: 'When the credential must be held.' }) timing!: RequirementTiming;
}
