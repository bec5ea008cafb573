import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '@upstander/platform';

@ObjectType({ description: 'Hours that count, of one month.' })
export class HoursOfMonth {
  @Field(() => LocalDateScalar, { description: 'Its first day.' }) start!: string;
  @Field(() => Int) minutes!: number;
  @Field(() => Int, { description: 'How many volunteers gave them.' }) people!: number;
}

@ObjectType({ description: 'Hours that count, of one chapter or one programme.' })
export class HoursOfOne {
  @Field(() => String, { description: 'The chapter, or what was done, such as the title of events.' }) name!: string;
  @Field(() => Int) minutes!: number;
  @Field(() => Int, { description: 'How many volunteers gave them.' }) people!: number;
}

@ObjectType({ description: 'What volunteers gave from one day to another: hours that count.' })
export class HoursReport {
  @Field(() => Int, { description: 'All of them.' }) minutes!: number;
  @Field(() => Int, { description: 'How many volunteers gave them.' }) people!: number;
  @Field(() => [HoursOfMonth], { description: 'Every month is there.' }) months!: HoursOfMonth[];
  @Field(() => [HoursOfOne], { description: 'The most hours first.' }) chapters!: HoursOfOne[];
  @Field(() => [HoursOfOne], { description: 'The most hours first; at most 50.' }) programmes!: HoursOfOne[];
}
