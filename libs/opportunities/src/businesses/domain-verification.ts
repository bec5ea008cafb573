import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';

export const DomainVerificationState = { NONE: 'none', SENT: 'sent', VERIFIED: 'verified' } as const;
export type DomainVerificationState = (typeof DomainVerificationState)[keyof typeof DomainVerificationState];
registerEnumType(DomainVerificationState, {
  name: 'DomainVerificationState',
  description: 'Whether somebody at the domain of the website answered our mail.',
});

@ObjectType({ description: 'Whether a business reads mail at the domain of its website.' })
export class DomainVerification {
  @Field(() => String, { description: 'What follows the @ of the address.' }) domain!: string;
  @Field(() => DomainVerificationState) state!: DomainVerificationState;
  @Field(() => String, { nullable: true, description: 'The address the last mail went to.' }) sentTo!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) sentAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true }) verifiedAt!: Date | null;
}
