import { Field, ID, InputType } from '@nestjs/graphql';
import { MinorUnitsScalar } from '@upstander/ledger';
import { DateTimeScalar, enumOf, type EnumOf } from '@upstander/platform';
import { Frequency, GiftMethod, GiftStatus } from './gift-status.js';

export const GiftSort = enumOf(
  'GiftSort',
  'By the time they were paid (or began, where nothing was paid), or the largest charge first.',
  {
    newest: 'The newest first.',
    oldest: 'The oldest first.',
    largest: 'The largest first, within a currency.',
  },
);
export type GiftSort = EnumOf<typeof GiftSort>;

@InputType({ description: 'Which gifts to list; everything said must hold.' })
export class GiftFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'A part of the name or address (three letters and more; fewer look at the beginning of the name), or a whole id of ours or of Stripe.',
  })
  text?: string | null;
  @Field(() => ID, { nullable: true }) campaignId?: string | null;
  @Field(() => [GiftStatus], { nullable: true }) status?: GiftStatus[] | null;
  @Field(() => [GiftMethod], { nullable: true }) method?: GiftMethod[] | null;
  @Field(() => Frequency, { nullable: true }) frequency?: Frequency | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Paid (or, where nothing was paid, begun) at or after.' })
  from?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Paid (or, where nothing was paid, begun) before.' })
  to?: Date | null;
  @Field(() => MinorUnitsScalar, { nullable: true, description: 'The least that was charged.' })
  minimum?: bigint | null;
  @Field(() => ID, { nullable: true }) donorId?: string | null;
  @Field(() => ID, { nullable: true }) recurringGiftId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Those that one file brought.' }) importId?: string | null;
  @Field(() => Boolean, { nullable: true }) anonymous?: boolean | null;
}
