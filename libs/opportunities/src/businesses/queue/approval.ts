import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, enumOf, type EnumOf } from '@upstander/platform';

export const ApprovalKind = enumOf('ApprovalKind', 'Kind of item awaiting approval.', {
  business: 'A business awaiting vetting or renewal.',
  opportunity: 'An opportunity awaiting review.',
});
export type ApprovalKind = EnumOf<typeof ApprovalKind>;

@ObjectType({ description: 'An item awaiting approval by staff.' })
export class Approval {
  @Field(() => ApprovalKind) kind!: ApprovalKind;
  @Field(() => ID, { description: 'ID of the business or opportunity.' }) id!: string;
  @Field(() => String, { description: 'Name of the business, or title of the opportunity.' }) title!: string;
  @Field(() => Boolean, {
    description: 'True for an approved business under review for the next year; still shown meanwhile.',
  })
  renewing!: boolean;
  @Field(() => String) businessName!: string;
  @Field(() => DateTimeScalar) waitingSince!: Date;
  @Field(() => Int, { description: 'Red flags found in an opportunity, or failed evidence of a business.' })
  flags!: number;
  @Field(() => Int) approvalsGiven!: number;
  @Field(() => Int) approvalsNeeded!: number;
  @Field(() => Boolean, { description: 'True if the caller already approved it and a second person must approve.' })
  mine!: boolean;
}

@ObjectType()
export class ApprovalConnection extends ConnectionOf(Approval, 'Approval') {}
