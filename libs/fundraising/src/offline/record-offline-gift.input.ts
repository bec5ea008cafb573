import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';
import { EmailAddressScalar, InputOf, LocalDateScalar } from '@upstander/platform';
import { Locale, type LocaleName } from '@upstander/identity';
import { Gift } from '../gifts/gift.entity.js';

export const OfflineMethod = { CASH: 'cash', CHEQUE: 'cheque', BANK: 'bank', IN_KIND: 'in_kind' } as const;
export type OfflineMethod = (typeof OfflineMethod)[keyof typeof OfflineMethod];
registerEnumType(OfflineMethod, {
  name: 'OfflineMethod',
  description: 'How a gift came that did not come by Stripe.',
  valuesMap: { IN_KIND: { description: 'A thing, described and never given a value by us.' } },
});

@InputType({ description: 'A gift that came in cash, by cheque or by transfer.' })
export class RecordOfflineGiftInput extends InputOf(Gift, {
  required: ['campaignId', 'name'],
  optional: ['pageId', 'inKindDescription', 'goodsDescription'],
  words: { inKindDescription: 'What was given, for a gift in kind.' },
}) {
  @Field(() => OfflineMethod) method!: OfflineMethod;
  @Field(() => MoneyInput, { nullable: true, description: 'Not for a gift in kind.' }) amount?: MoneyInput | null;
  @Field(() => EmailAddressScalar, { nullable: true, description: 'Where the receipt goes.' }) email?: string | null;
  @Field(() => Locale, { nullable: true, description: "The donor's language; the campaign's unless said." })
  locale?: LocaleName | null;
  @Field(() => Boolean, { defaultValue: false }) anonymous!: boolean;
  @Field(() => LocalDateScalar) receivedOn!: string;
  @Field(() => String, { nullable: true, description: 'What tells it apart: the number of the cheque, the transfer.' })
  reference?: string | null;
  @Field(() => MoneyInput, { nullable: true, description: 'What that was worth, in good faith.' })
  goodsValue?: MoneyInput | null;
  @Field(() => ID, { nullable: true, description: 'The pledge that this gift keeps.' }) pledgeId?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
