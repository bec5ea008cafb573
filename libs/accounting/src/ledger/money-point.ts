import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { enumOf, type EnumOf, LocalDateScalar, TimeZoneScalar } from '@upstander/platform';

export const TimeUnit = enumOf('TimeUnit', 'Length of an interval in a time series.', {
  day: 'One day.',
  week: 'One week, starting on Monday.',
  month: 'One calendar month.',
});
export type TimeUnit = EnumOf<typeof TimeUnit>;

@ObjectType({ description: 'Ledger totals of one day, week, or month.' })
export class MoneyPoint {
  @Field(() => LocalDateScalar, { description: 'First day of the interval.' }) start!: string;
  @Field(() => Money, { description: 'Amount charged or received in person, including fee coverage.' }) gifts!: Money;
  @Field(() => Money, { description: 'Refunds and lost disputes, less money returned from disputes.' }) refunds!: Money;
  @Field(() => Money, { description: 'Fees charged by the payment processor.' }) fees!: Money;
  @Field(() => Money, { description: 'Gifts minus refunds and fees.' }) net!: Money;
  @Field(() => Int, { description: 'Number of gifts.' }) count!: number;
}

@ArgsType()
export class MoneyOverTimeArgs {
  @Field(() => ID, { nullable: true }) campaignId?: string | null;
  @Field(() => TimeUnit) unit!: TimeUnit;
  @Field(() => LocalDateScalar) from!: string;
  @Field(() => LocalDateScalar, { description: 'Last day, inclusive.' }) to!: string;
  @Field(() => String, {
    nullable: true,
    description: "Currency code; defaults to the campaign's currency, or the most common campaign currency.",
  })
  currency?: string | null;
  @Field(() => TimeZoneScalar, {
    nullable: true,
    description: "Time zone of the intervals; defaults to the campaign's, or UTC.",
  })
  timeZone?: string | null;
}
