import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';

export const DomainProofState = { NONE: 'none', SENT: 'sent', PROVEN: 'proven' } as const;
export type DomainProofState = (typeof DomainProofState)[keyof typeof DomainProofState];
registerEnumType(DomainProofState, {
  name: 'DomainProofState',
  description: 'Whether somebody at the domain of the website answered our mail.',
});

@ObjectType({ description: 'The proof that a business reads mail at the domain of its website.' })
export class DomainProof {
  @Field(() => String, { description: 'What follows the @ of the address.' }) domain!: string;
  @Field(() => DomainProofState) state!: DomainProofState;
  @Field(() => String, { nullable: true, description: 'The address the last mail went to.' }) sentTo!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) sentAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true }) provenAt!: Date | null;
}
