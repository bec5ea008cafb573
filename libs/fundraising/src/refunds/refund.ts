import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { DateTimeScalar } from '@upstander/platform';
import { Gift } from '../gifts/gift.js';
import { RefundStatus } from './refund-status.js';

@ObjectType({ description: 'Money that goes back to a donor, by the way it came.' })
export class Refund {
  @Field(() => ID) id!: string;
  @Field(() => ID) giftId!: string;
  @Field(() => RefundStatus) status!: RefundStatus;
  @Field(() => Money) amount!: Money;
  @Field(() => Money, { description: 'The part that takes back the gift; the rest takes back what covered the fee.' })
  intended!: Money;
  @Field(() => String) reason!: string;
  @Field(() => String) note!: string;
  @Field(() => String, { nullable: true, description: 'Null when it was made in the Stripe dashboard.' })
  requestedBy!: string | null;
  @Field(() => ID, { nullable: true }) requestedById!: string | null;
  @Field(() => String, { nullable: true }) decidedBy!: string | null;
  @Field(() => DateTimeScalar) requestedAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true }) decidedAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true }) finishedAt!: Date | null;
  @Field(() => String, { nullable: true }) failureReason!: string | null;
  @Field(() => String, { nullable: true }) stripeRefundId!: string | null;
  @Field(() => String) donorName!: string;
  @Field(() => ID) campaignId!: string;
  @Field(() => String) campaignTitle!: string;
}

@ObjectType({ description: 'A refund and the gift it belongs to, as they now are.' })
export class RefundPayload {
  @Field(() => Refund) refund!: Refund;
  @Field(() => Gift) gift!: Gift;
}
