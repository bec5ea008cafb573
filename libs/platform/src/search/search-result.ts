import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf } from '../graphql/pages/connection.js';
import { DateTimeScalar, TimeZoneScalar } from '../graphql/scalars/scalars.js';
import { SearchKind } from './searchables.js';

@ObjectType({ description: 'A part of a line of text.' })
export class SearchPart {
  @Field(() => String, { description: 'Plain text.' }) text!: string;
  @Field(() => Boolean, { description: 'True if it matches the search.' }) found!: boolean;
}

@ObjectType({ description: 'A search result.' })
export class SearchResult {
  @Field(() => SearchKind, { description: 'Kind of result.' }) kind!: string;
  @Field(() => ID, { description: 'ID of the result within its kind.' }) id!: string;
  @Field(() => String, { description: 'Slug used in page URLs.' }) slug!: string;
  @Field(() => String, { description: 'Title of the result.' }) title!: string;
  @Field(() => [SearchPart], { description: 'An excerpt around the matching words.' })
  excerpt!: SearchPart[];
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it starts; null if it has no time.' })
  startsAt!: Date | null;
  @Field(() => TimeZoneScalar, { nullable: true, description: 'Time zone of the start time; null if it has no time.' })
  timeZone!: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Number of matching dates, for an event series; null for other results. Its ID and start are those of its next matching date, its slug and title those of the series.',
  })
  dates!: number | null;
  @Field(() => String, { description: 'Location; empty if none or confidential.' })
  place!: string;
}

@ObjectType({ description: 'Number of results of one kind.' })
export class SearchCount {
  @Field(() => SearchKind, { description: 'Kind of result.' }) kind!: string;
  @Field(() => Int, { description: 'Number of results, counted up to 1000.' }) count!: number;
}

@ObjectType({ description: 'A page of search results, best match first.' })
export class SearchConnection extends ConnectionOf(SearchResult, 'SearchResult') {
  @Field(() => [SearchCount], { description: 'Number of results of each kind, regardless of the kinds requested.' })
  counts!: SearchCount[];
  @Field(() => Boolean, {
    description: 'True if nothing matches exactly and the results only have similar names.',
  })
  similar!: boolean;
}
