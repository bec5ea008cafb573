import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '@upstander/platform';

@ObjectType({ description: 'Attendance rates. Each number is a subset of the one before it.' })
export class AttendanceFigures {
  @Field(() => Int, { description: 'Number of spots in past shifts.' }) places!: number;
  @Field(() => Int, { description: 'Number of those spots that were filled.' }) taken!: number;
  @Field(() => Int, { description: 'Number of those marked as present or no-show.' }) marked!: number;
  @Field(() => Int, { description: 'Number of those marked as no-shows.' }) noShows!: number;
  @Field(() => Int, { description: 'Number of first-time volunteers, across all chapters.' }) firstTimers!: number;
  @Field(() => Int, { description: 'Number of those who have come to another event since.' })
  returnedFirstTimers!: number;
}

@ObjectType({ description: 'Attendance rates of one month.' })
export class MonthlyAttendance extends AttendanceFigures {
  @Field(() => LocalDateScalar, { description: 'First day of the month.' }) start!: string;
}

@ObjectType({ description: 'Attendance rates for a date range, by event date.' })
export class AttendanceReport extends AttendanceFigures {
  @Field(() => [MonthlyAttendance], { description: 'One entry per month, including months without shifts.' })
  months!: MonthlyAttendance[];
}
