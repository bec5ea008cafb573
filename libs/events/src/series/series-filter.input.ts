import { Field, InputType } from '@nestjs/graphql';
import { enumOf, type EnumOf } from '@upstander/platform';
import { SeriesStatus } from '../events/series-status.js';

@InputType({ description: 'Filter for series; all criteria must match.' })
export class SeriesFilter {
  @Field(() => String, { nullable: true, description: 'Slug of a chapter.' }) chapter?: string | null;
  @Field(() => [SeriesStatus], { nullable: true, description: 'Only series with one of these statuses.' })
  status?: SeriesStatus[] | null;
  @Field(() => String, { nullable: true, description: 'Words from the title.' }) text?: string | null;
}

export const SeriesSort = enumOf('SeriesSort', 'Sort order of series.', {
  title: 'By title.',
  newest: 'Newest first.',
});
export type SeriesSort = EnumOf<typeof SeriesSort>;
