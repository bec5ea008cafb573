import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { LocalDateScalar, TimeZoneScalar } from '@upstander/platform';

export const TimeUnit = { DAY: 'day', WEEK: 'week', MONTH: 'month' } as const;
export type TimeUnit = (typeof TimeUnit)[keyof typeof TimeUnit];
registerEnumType(TimeUnit, {
  name: 'TimeUnit',
  description: 'How wide a point in time is.',
  valuesMap: { WEEK: { description: 'From Monday.' } },
});

@ObjectType({ description: 'What happened to money in one day, week or month, by the ledger.' })
export class MoneyPoint {
  @Field(() => LocalDateScalar, { description: 'Its first day.' }) start!: string;
  @Field(() => Money, { description: 'What was charged or handed over, fee cover included.' }) gifts!: Money;
  @Field(() => Money, { description: 'Refunds, and what disputes took, less what they gave back.' }) refunds!: Money;
  @Field(() => Money, { description: 'What the processor kept.' }) fees!: Money;
  @Field(() => Money, { description: 'Gifts less refunds and fees.' }) net!: Money;
  @Field(() => Int, { description: 'How many gifts.' }) count!: number;
}

@ArgsType()
export class MoneyOverTimeArgs {
  @Field(() => ID, { nullable: true }) campaignId?: string | null;
  @Field(() => TimeUnit) unit!: TimeUnit;
  @Field(() => LocalDateScalar) from!: string;
  @Field(() => LocalDateScalar, { description: 'The last day, itself included.' }) to!: string;
  @Field(() => String, { nullable: true, description: "The campaign's, or the one most campaigns have, unless told." })
  currency?: string | null;
  @Field(() => TimeZoneScalar, { nullable: true, description: "Whose days: the campaign's, or UTC, unless told." })
  timeZone?: string | null;
}
