import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '@upstander/platform';
import { SchoolAskStatus } from '../asks/ask-status.js';

@ArgsType()
export class SchoolReportArgs {
  @Field(() => LocalDateScalar, { description: 'The first day.' }) from!: string;
  @Field(() => LocalDateScalar, { description: 'The last day, itself included; at most five years later.' })
  to!: string;
  @Field(() => ID, { nullable: true, description: 'Of one chapter; of all of yours when left out.' }) chapterId?:
    string | null;
}

@ObjectType({ description: 'How many districts are at one step now, each by the ask that is furthest.' })
export class DistrictsAtStep {
  @Field(() => SchoolAskStatus, { description: 'The step.' }) status!: SchoolAskStatus;
  @Field(() => Int, { description: 'How many.' }) districts!: number;
}

@ObjectType({ description: 'What came of asks in a quarter.' })
export class SchoolQuarter {
  @Field(() => LocalDateScalar, { description: 'Its first day.' }) start!: string;
  @Field(() => Int, { description: 'Asks that began.' }) asks!: number;
  @Field(() => Int, { description: 'Students at lessons, as the schools say: nobody of us counted them.' })
  students!: number;
  @Field(() => Int, { description: 'Protocols that were adopted, and still are.' }) protocols!: number;
}

@ObjectType({ description: 'What came of asks of one chapter in a quarter.' })
export class SchoolQuarterOfChapter extends SchoolQuarter {
  @Field(() => String, { nullable: true, description: 'The chapter; null for the organisation.' }) chapterName!:
    string | null;
}

@ObjectType({ description: 'What came of asks from one day to another, for a funder.' })
export class SchoolReport {
  @Field(() => [DistrictsAtStep], { description: 'Where districts are now; every step is there.' })
  steps!: DistrictsAtStep[];
  @Field(() => [SchoolQuarter], { description: 'Every quarter is there.' }) quarters!: SchoolQuarter[];
  @Field(() => [SchoolQuarterOfChapter], { description: 'The same by chapter; without those where nothing happened.' })
  chapters!: SchoolQuarterOfChapter[];
}
