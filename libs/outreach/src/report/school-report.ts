import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '@upstander/platform';
import { SchoolAskStatus } from '../asks/ask-status.js';

@ArgsType()
export class SchoolReportArgs {
  @Field(() => LocalDateScalar, { description: 'First day, inclusive.' }) from!: string;
  @Field(() => LocalDateScalar, { description: 'Last day, inclusive; at most five years after the first.' })
  to!: string;
  @Field(() => ID, { nullable: true, description: "Only this chapter; omit for all of the caller's chapters." })
  chapterId?: string | null;
}

@ObjectType({ description: 'Number of districts at one step now, by their most advanced request.' })
export class DistrictStepCount {
  @Field(() => SchoolAskStatus, { description: 'Status of the step.' }) status!: SchoolAskStatus;
  @Field(() => Int, { description: 'Number of districts.' }) districts!: number;
}

@ObjectType({ description: 'Results of school requests in one quarter.' })
export class SchoolQuarter {
  @Field(() => LocalDateScalar, { description: 'First day of the quarter.' }) start!: string;
  @Field(() => Int, { description: 'Number of requests started.' }) asks!: number;
  @Field(() => Int, { description: 'Number of students at lessons, as reported by the schools.' })
  students!: number;
  @Field(() => Int, { description: 'Number of protocols adopted and still in effect.' }) protocols!: number;
}

@ObjectType({ description: "Results of one chapter's school requests in one quarter." })
export class ChapterSchoolQuarter extends SchoolQuarter {
  @Field(() => String, { nullable: true, description: 'Name of the chapter; null for the organization.' })
  chapterName!: string | null;
}

@ObjectType({ description: 'Results of school requests in a date range, for funders.' })
export class SchoolReport {
  @Field(() => [DistrictStepCount], { description: 'Number of districts at each step, including steps without any.' })
  steps!: DistrictStepCount[];
  @Field(() => [SchoolQuarter], { description: 'One entry per quarter, including quarters without activity.' })
  quarters!: SchoolQuarter[];
  @Field(() => [ChapterSchoolQuarter], { description: 'Results by chapter, without inactive ones.' })
  chapters!: ChapterSchoolQuarter[];
}
