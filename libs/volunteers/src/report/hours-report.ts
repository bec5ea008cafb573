import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '@upstander/platform';

@ObjectType({ description: 'Approved hours of one month.' })
export class MonthlyHours {
  @Field(() => LocalDateScalar, { description: 'First day of the month.' }) start!: string;
  @Field(() => Int) minutes!: number;
  @Field(() => Int, { description: 'Number of volunteers.' }) people!: number;
}

@ObjectType({ description: 'Approved hours of one chapter or program.' })
export class HoursSubtotal {
  @Field(() => String, { description: 'Name of the chapter or activity, for example the title of events.' })
  name!: string;
  @Field(() => Int) minutes!: number;
  @Field(() => Int, { description: 'Number of volunteers.' }) people!: number;
}

@ObjectType({ description: 'Approved volunteer hours in a date range.' })
export class HoursReport {
  @Field(() => Int, { description: 'Total in minutes.' }) minutes!: number;
  @Field(() => Int, { description: 'Number of volunteers.' }) people!: number;
  @Field(() => [MonthlyHours], { description: 'One entry per month, including months without hours.' })
  months!: MonthlyHours[];
  @Field(() => [HoursSubtotal], { description: 'Hours by chapter, most hours first.' }) chapters!: HoursSubtotal[];
  @Field(() => [HoursSubtotal], { description: 'Hours by program, most hours first; at most 50.' })
  programs!: HoursSubtotal[];
}
