import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { enumOf, type EnumOf, LocalDateScalar, TimeZoneScalar } from '@upstander/platform';

export const TimeUnit = enumOf('TimeUnit', 'How wide a point in time is.', {
  day: 'A day.',
  week: 'From Monday.',
  month: 'A month.',
});
export type TimeUnit = EnumOf<typeof TimeUnit>;

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
