import { Field, ID, InputType } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';
import { EmailAddressScalar, enumOf, type EnumOf, InputOf, LocalDateScalar } from '@upstander/platform';
import { Locale, type LocaleName } from '@upstander/identity';
import { Gift } from '../gifts/gift.entity.js';

export const OfflineMethod = enumOf('OfflineMethod', 'How a gift came that did not come by Stripe.', {
  cash: 'In cash.',
  cheque: 'By cheque.',
  bank: 'By bank transfer.',
  in_kind: 'A thing, described and never given a value by us.',
});
export type OfflineMethod = EnumOf<typeof OfflineMethod>;

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
