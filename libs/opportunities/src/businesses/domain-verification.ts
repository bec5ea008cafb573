import { Field, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, enumOf, type EnumOf } from '@upstander/platform';

export const DomainVerificationState = enumOf(
  'DomainVerificationState',
  'Whether somebody at the domain of the website answered our mail.',
  {
    none: 'No mail was sent yet.',
    sent: 'A mail is there and waits for its button.',
    verified: 'Somebody at the domain pressed the button.',
  },
);
export type DomainVerificationState = EnumOf<typeof DomainVerificationState>;

@ObjectType({ description: 'Whether a business reads mail at the domain of its website.' })
export class DomainVerification {
  @Field(() => String, { description: 'What follows the @ of the address.' }) domain!: string;
  @Field(() => DomainVerificationState) state!: DomainVerificationState;
  @Field(() => String, { nullable: true, description: 'The address the last mail went to.' }) sentTo!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) sentAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true }) verifiedAt!: Date | null;
}
