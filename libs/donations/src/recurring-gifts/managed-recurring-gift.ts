import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { GiftStatus } from '@upstander/accounting';
import { Money, SummedConnectionOf } from '@upstander/ledger';
import { ComputedField, DateTimeScalar, EmailAddressScalar, enumOf, type EnumOf, SeenBy } from '@upstander/platform';
import { RecurringGiftStatus } from './recurring-gift-status.js';
import { RecurringGift } from './recurring-gift.entity.js';

@ObjectType({ description: 'One monthly payment of a recurring gift, as shown to staff who manage money.' })
export class ManagedRecurringGiftMonth {
  @Field(() => ID) id!: string;
  @Field(() => GiftStatus) status!: GiftStatus;
  @Field(() => Money) charged!: Money;
  @Field(() => DateTimeScalar, { nullable: true }) paidAt!: Date | null;
}

@ObjectType({ description: 'A recurring gift, as shown to staff who manage money.' })
export class ManagedRecurringGift extends SeenBy(RecurringGift, 'staff') {
  @ComputedField(() => EmailAddressScalar) email!: string;
  @ComputedField(() => String) campaignTitle!: string;
  @ComputedField(() => Int, { description: 'Number of paid months.' }) giftCount!: number;
  @ComputedField(() => Money, { description: 'Total gift amount of these months, before refunds.' }) totalGiven!: Money;
  @ComputedField(() => [ManagedRecurringGiftMonth], { description: 'The last twelve months, newest first.' })
  gifts!: ManagedRecurringGiftMonth[];
}

@ObjectType()
export class ManagedRecurringGiftConnection extends SummedConnectionOf(ManagedRecurringGift, 'ManagedRecurringGift') {}

@InputType({ description: 'Filter for recurring gifts; all criteria must match.' })
export class RecurringGiftFilter {
  @Field(() => String, { nullable: true, description: 'Part of a name or email address; at least three letters.' })
  text?: string | null;
  @Field(() => ID, { nullable: true }) campaignId?: string | null;
  @Field(() => [RecurringGiftStatus], {
    nullable: true,
    description: 'Only recurring gifts with one of these statuses.',
  })
  status?: RecurringGiftStatus[] | null;
}

export const RecurringGiftSort = enumOf('RecurringGiftSort', 'Sort order of recurring gifts, by start date.', {
  newest: 'Newest first.',
  oldest: 'Oldest first.',
});
export type RecurringGiftSort = EnumOf<typeof RecurringGiftSort>;
