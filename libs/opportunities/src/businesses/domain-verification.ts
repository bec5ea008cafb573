import { Field, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, enumOf, type EnumOf } from '@upstander/platform';

export const DomainVerificationState = enumOf(
  'DomainVerificationState',
  "Verification status of a business's website domain.",
  {
    none: 'No verification email was sent yet.',
    sent: 'A verification email was sent; awaiting confirmation.',
    verified: 'A recipient at the domain confirmed the email.',
  },
);
export type DomainVerificationState = EnumOf<typeof DomainVerificationState>;

@ObjectType({ description: "Verification of the business's website domain by email." })
export class DomainVerification {
  @Field(() => String, { description: 'Domain of the email address.' }) domain!: string;
  @Field(() => DomainVerificationState) state!: DomainVerificationState;
  @Field(() => String, { nullable: true, description: 'Email address the last verification email was sent to.' })
  sentTo!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) sentAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true }) verifiedAt!: Date | null;
}
