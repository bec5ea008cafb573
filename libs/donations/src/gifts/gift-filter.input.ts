import { Field, ID, InputType } from '@nestjs/graphql';
import { Frequency, GiftMethod, GiftStatus } from '@upstander/accounting';
import { MinorUnitsScalar } from '@upstander/ledger';
import { DateTimeScalar, enumOf, type EnumOf } from '@upstander/platform';

export const GiftSort = enumOf(
  'GiftSort',
  'Sort order of gifts, by payment date (creation date if unpaid) or amount charged.',
  {
    newest: 'Newest first.',
    oldest: 'Oldest first.',
    largest: 'Largest amount charged first, within each currency.',
  },
);
export type GiftSort = EnumOf<typeof GiftSort>;

@InputType({ description: 'Filter for gifts; all criteria must match.' })
export class GiftFilter {
  @Field(() => String, {
    nullable: true,
    description:
      "Part of the name or email address (fewer than three letters match only the start of the name), or a complete ID of ours or Stripe's.",
  })
  text?: string | null;
  @Field(() => ID, { nullable: true }) campaignId?: string | null;
  @Field(() => [GiftStatus], { nullable: true }) status?: GiftStatus[] | null;
  @Field(() => [GiftMethod], { nullable: true }) method?: GiftMethod[] | null;
  @Field(() => Frequency, { nullable: true }) frequency?: Frequency | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Only gifts paid (or, if unpaid, started) at or after this time.',
  })
  from?: Date | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Only gifts paid (or, if unpaid, started) before this time.',
  })
  to?: Date | null;
  @Field(() => MinorUnitsScalar, { nullable: true, description: 'Minimum amount charged.' })
  minimum?: bigint | null;
  @Field(() => ID, { nullable: true }) donorId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only payments of this recurring gift.' })
  recurringGiftId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only gifts from this import.' }) importId?: string | null;
  @Field(() => Boolean, { nullable: true }) anonymous?: boolean | null;
}
