import { Field, ID, InputType } from '@nestjs/graphql';
import { Gift } from '@upstander/accounting';
import { MoneyInput } from '@upstander/ledger';
import { EmailAddressScalar, enumOf, type EnumOf, InputOf, LocalDateScalar } from '@upstander/platform';
import { Locale, type LocaleName } from '@upstander/identity';

export const OfflineMethod = enumOf('OfflineMethod', 'How an offline gift was paid.', {
  cash: 'In cash.',
  cheque: 'By check.',
  bank: 'By bank transfer.',
  in_kind: 'In-kind: described, but not valued by us.',
});
export type OfflineMethod = EnumOf<typeof OfflineMethod>;

@InputType({ description: 'An offline gift: cash, check, bank transfer, or in-kind.' })
export class RecordOfflineGiftInput extends InputOf(Gift, {
  required: ['campaignId', 'name'],
  optional: ['pageId', 'inKindDescription', 'goodsDescription'],
  words: { inKindDescription: 'Description of an in-kind gift.' },
}) {
  @Field(() => OfflineMethod) method!: OfflineMethod;
  @Field(() => MoneyInput, { nullable: true, description: 'Amount of the gift; omit for an in-kind gift.' })
  amount?: MoneyInput | null;
  @Field(() => EmailAddressScalar, { nullable: true, description: 'Email address for the receipt.' }) email?:
    | string
    | null;
  @Field(() => Locale, {
    nullable: true,
    description: "Preferred language of the donor; defaults to the campaign's language.",
  })
  locale?: LocaleName | null;
  @Field(() => Boolean, { defaultValue: false }) anonymous!: boolean;
  @Field(() => LocalDateScalar) receivedOn!: string;
  @Field(() => String, { nullable: true, description: 'Unique reference, for example the check or transfer number.' })
  reference?: string | null;
  @Field(() => MoneyInput, {
    nullable: true,
    description: 'Good-faith estimate of the value of those goods or services.',
  })
  goodsValue?: MoneyInput | null;
  @Field(() => ID, { nullable: true, description: 'ID of the pledge this gift pays.' }) pledgeId?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
