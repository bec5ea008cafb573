import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { ConnectionOf, DateTimeScalar } from '@upstander/platform';

@ObjectType({ description: 'A donor asked their bank for the money back.' })
export class Dispute {
  @Field(() => ID) id!: string;
  @Field(() => ID) giftId!: string;
  @Field(() => String) donorName!: string;
  @Field(() => ID) campaignId!: string;
  @Field(() => String) campaignTitle!: string;
  @Field(() => Money) amount!: Money;
  @Field(() => Money, { description: 'What Stripe took for it.' }) fee!: Money;
  @Field(() => Money, { description: 'What of the fee came back after it was won.' }) feeReturned!: Money;
  @Field(() => String, { description: "The bank's reason, by Stripe's code, such as fraudulent." }) reason!: string;
  @Field(() => String, { description: "Stripe's word: needs_response, under_review, won, lost …" }) status!: string;
  @Field(() => Boolean) open!: boolean;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when evidence can be sent, at Stripe.' })
  evidenceDueAt!: Date | null;
  @Field(() => DateTimeScalar) openedAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true }) closedAt!: Date | null;
  @Field(() => String) stripeDisputeId!: string;
}

@ObjectType()
export class DisputeConnection extends ConnectionOf(Dispute, 'Dispute') {}

@ObjectType({ description: 'A bank warned that a payment may be fraud; a refund now prevents a dispute.' })
export class FraudWarning {
  @Field(() => ID) id!: string;
  @Field(() => ID) giftId!: string;
  @Field(() => String) donorName!: string;
  @Field(() => ID) campaignId!: string;
  @Field(() => String) campaignTitle!: string;
  @Field(() => Money) amount!: Money;
  @Field(() => String) fraudType!: string;
  @Field(() => DateTimeScalar) warnedAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true }) handledAt!: Date | null;
  @Field(() => String, { nullable: true }) handledBy!: string | null;
  @Field(() => String, { nullable: true }) handledNote!: string | null;
}

@InputType({ description: 'What somebody did about a warning of fraud.' })
export class HandleFraudWarningInput {
  @Field(() => ID) id!: string;
  @Field(() => String) note!: string;
}
