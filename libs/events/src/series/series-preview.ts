import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateTimeScalar } from '@upstander/platform';
import { enumOf, type EnumOf } from '@upstander/platform';
import { FederalHoliday } from './federal-holidays.js';

export const ClockChange = enumOf('ClockChange', 'Effect of a clock change on a local time.', {
  skipped: 'The time doesn’t exist that night. The event starts later by the length of the gap.',
  repeated: 'The time occurs twice that night. The event starts the first time.',
});
export type ClockChange = EnumOf<typeof ClockChange>;

@ObjectType({ description: 'A date of a series before it is saved.' })
export class SeriesDatePreview {
  @Field(() => LocalDateTimeScalar, { description: 'Start by the rule, in local time.' }) local!: string;
  @Field(() => LocalDateTimeScalar, { description: 'When it really starts, in local time.' }) startsAtLocal!: string;
  @Field(() => Boolean, { description: 'True if it is an extra date.' }) isExtra!: boolean;
  @Field(() => Boolean, { description: 'True if it was excluded.' }) isExcluded!: boolean;
  @Field(() => FederalHoliday, { nullable: true, description: 'Holiday on which it falls; null if none.' })
  holiday!: FederalHoliday | null;
  @Field(() => Boolean, { description: 'True if it takes place.' }) takesPlace!: boolean;
  @Field(() => ClockChange, { nullable: true, description: 'Null if the time exists once.' })
  clockChange!: ClockChange | null;
  @Field(() => [LocalDateTimeScalar], {
    description: 'Times before and after a clock change that exist once; else empty.',
  })
  neighbors!: string[];
  @Field(() => [String], { description: 'Titles of other events of the chapter at the same time, at most 5.' })
  clashes!: string[];
}

@ObjectType({ description: 'The dates of a series before it is saved.' })
export class SeriesPreview {
  @Field(() => [SeriesDatePreview], { description: 'Dates of the next twelve months, in order.' })
  dates!: SeriesDatePreview[];
  @Field(() => Int, { description: 'Number of dates that take place.' }) count!: number;
}
