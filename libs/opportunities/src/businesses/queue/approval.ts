import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, enumOf, type EnumOf } from '@upstander/platform';

export const ApprovalKind = enumOf('ApprovalKind', 'A business to vet, or an opportunity to read.', {
  business: 'A business that waits to be vetted, or to be renewed.',
  opportunity: 'An opportunity that waits to be read.',
});
export type ApprovalKind = EnumOf<typeof ApprovalKind>;

@ObjectType({ description: 'Something that waits for staff.' })
export class Approval {
  @Field(() => ApprovalKind) kind!: ApprovalKind;
  @Field(() => ID, { description: 'Of the business or of the opportunity.' }) id!: string;
  @Field(() => String, { description: 'The name of the business, or the title of the opportunity.' }) title!: string;
  @Field(() => Boolean, {
    description: 'An approved business that is looked at for the next year: it is shown meanwhile.',
  })
  renewing!: boolean;
  @Field(() => String) businessName!: string;
  @Field(() => DateTimeScalar) waitingSince!: Date;
  @Field(() => Int, { description: 'What the rules found in an opportunity, or what failed of the evidence.' })
  flags!: number;
  @Field(() => Int) approvalsGiven!: number;
  @Field(() => Int) approvalsNeeded!: number;
  @Field(() => Boolean, { description: 'The actor has approved it already: it waits for somebody else.' })
  mine!: boolean;
}

@ObjectType()
export class ApprovalConnection extends ConnectionOf(Approval, 'Approval') {}
