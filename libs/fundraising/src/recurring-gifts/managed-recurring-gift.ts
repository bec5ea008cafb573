import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Money, SummedConnectionOf } from '@upstander/ledger';
import { Answer, DateTimeScalar, EmailAddressScalar, enumOf, type EnumOf, SeenBy } from '@upstander/platform';
import { GiftStatus } from '../gifts/gift-status.js';
import { RecurringGiftStatus } from './recurring-gift-status.js';
import { RecurringGift } from './recurring-gift.entity.js';

@ObjectType({ description: 'One month of a recurring gift, for those who look after the money.' })
export class ManagedRecurringGiftMonth {
  @Field(() => ID) id!: string;
  @Field(() => GiftStatus) status!: GiftStatus;
  @Field(() => Money) charged!: Money;
  @Field(() => DateTimeScalar, { nullable: true }) paidAt!: Date | null;
}

@ObjectType({ description: 'A recurring gift, for those who look after the money.' })
export class ManagedRecurringGift extends SeenBy(RecurringGift, 'staff') {
  @Answer(() => EmailAddressScalar) email!: string;
  @Answer(() => String) campaignTitle!: string;
  @Answer(() => Int, { description: 'How many months were paid.' }) giftCount!: number;
  @Answer(() => Money, { description: 'What these months were meant to give, before refunds.' }) given!: Money;
  @Answer(() => [ManagedRecurringGiftMonth], { description: 'The last twelve months, the latest first.' })
  gifts!: ManagedRecurringGiftMonth[];
}

@ObjectType()
export class ManagedRecurringGiftConnection extends SummedConnectionOf(ManagedRecurringGift, 'ManagedRecurringGift') {}

@InputType({ description: 'Which recurring gifts to list; everything said must hold.' })
export class RecurringGiftFilter {
  @Field(() => String, { nullable: true, description: 'Part of a name or an address, from three letters on.' })
  text?: string | null;
  @Field(() => ID, { nullable: true }) campaignId?: string | null;
  @Field(() => [RecurringGiftStatus], { nullable: true }) status?: RecurringGiftStatus[] | null;
}

export const RecurringGiftSort = enumOf('RecurringGiftSort', 'By when they were begun.', {
  newest: 'The newest first.',
  oldest: 'The oldest first.',
});
export type RecurringGiftSort = EnumOf<typeof RecurringGiftSort>;
