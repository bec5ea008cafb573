import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '@upstander/platform';

@ObjectType({ description: 'How shifts went: each number can be divided by the one above it.' })
export class AttendanceFigures {
  @Field(() => Int, { description: 'Places of shifts that are over.' }) places!: number;
  @Field(() => Int, { description: 'Of these, how many somebody had.' }) taken!: number;
  @Field(() => Int, { description: 'How many of those were marked as having come or not.' }) marked!: number;
  @Field(() => Int, { description: 'Of these, how many did not come.' }) noShows!: number;
  @Field(() => Int, { description: 'Who came for the first time, anywhere.' }) firstTimers!: number;
  @Field(() => Int, { description: 'Of these, how many have come to another event since.' }) cameBack!: number;
}

@ObjectType({ description: 'How the shifts of one month went.' })
export class AttendanceOfMonth extends AttendanceFigures {
  @Field(() => LocalDateScalar, { description: 'Its first day.' }) start!: string;
}

@ObjectType({ description: 'How shifts went from one day to another, by the days of their events.' })
export class AttendanceReport extends AttendanceFigures {
  @Field(() => [AttendanceOfMonth], { description: 'Every month is there.' }) months!: AttendanceOfMonth[];
}
