import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { namedByGift } from '@upstander/accounting';
import { RecordName } from '@upstander/identity';
import { Money } from '@upstander/ledger';
import { ComputedField, Code, Id, Instant, LongText, Ref, SeenBy, NoPersonalData } from '@upstander/platform';
import { Entity } from 'typeorm';

const seenBy = 'staff';

@NoPersonalData('stripe_warning_id fraud_type handled_note')
@RecordName('fraudWarning', namedByGift('fraud_warning'))
@Entity({ schema: 'fundraising', name: 'fraud_warning' })
export class FraudWarning {
  @Id({ seenBy }) id!: string;
  @Code() stripeWarningId!: string;
  @Ref({ seenBy }) giftId!: string;
  @Code({ seenBy }) fraudType!: string;
  @Instant({ seenBy }) warnedAt!: Date;
  @Ref({ nullable: true }) handledBy!: string | null;
  @Instant({ seenBy, nullable: true }) handledAt!: Date | null;
  @LongText({ seenBy, max: 1_000, nullable: true }) handledNote!: string | null;
}

@ObjectType('FraudWarning', {
  description: "A bank's warning that a payment may be fraudulent. Refunding it now prevents a dispute.",
})
export class ManagedFraudWarning extends SeenBy(FraudWarning, 'staff', ['handledBy']) {
  @ComputedField(() => String) donorName!: string;
  @ComputedField(() => ID) campaignId!: string;
  @ComputedField(() => String) campaignTitle!: string;
  @ComputedField(() => Money) amount!: Money;
  @ComputedField(() => String, { nullable: true }) handledBy!: string | null;
}

@InputType({ description: 'How a fraud warning was handled.' })
export class HandleFraudWarningInput {
  @Field(() => ID) id!: string;
  @Field(() => String) note!: string;
}
