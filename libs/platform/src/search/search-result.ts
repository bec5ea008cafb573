import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf } from '../graphql/pages/connection.js';
import { DateTimeScalar, TimeZoneScalar } from '../graphql/scalars/scalars.js';
import { SearchKind } from './searchables.js';

@ObjectType({ description: 'A part of a line of text.' })
export class SearchPart {
  @Field(() => String, { description: 'Plain text.' }) text!: string;
  @Field(() => Boolean, { description: 'Whether it is what somebody looked for.' }) found!: boolean;
}

@ObjectType({ description: 'Something that search found.' })
export class SearchResult {
  @Field(() => SearchKind, { description: 'What it is.' }) kind!: string;
  @Field(() => ID, { description: 'Its id among those of its kind.' }) id!: string;
  @Field(() => String, { description: 'Its name in addresses of pages.' }) slug!: string;
  @Field(() => String, { description: 'What it is called.' }) title!: string;
  @Field(() => [SearchPart], { description: 'A line of it, around the words that were found.' })
  excerpt!: SearchPart[];
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it begins; null for what has no time.' })
  startsAt!: Date | null;
  @Field(() => TimeZoneScalar, { nullable: true, description: 'The time zone of that; null for what has no time.' })
  timeZone!: string | null;
  @Field(() => String, { description: 'Where it is; empty where it is nowhere, or its place is kept.' })
  place!: string;
}

@ObjectType({ description: 'How many of a kind were found.' })
export class SearchCount {
  @Field(() => SearchKind, { description: 'Which kind.' }) kind!: string;
  @Field(() => Int, { description: 'How many, counted up to 1000.' }) count!: number;
}

@ObjectType({ description: 'A page of what search found, what fits best first.' })
export class SearchConnection extends ConnectionOf(SearchResult, 'SearchResult') {
  @Field(() => [SearchCount], { description: 'How many of each kind were found, whichever kinds are asked for.' })
  counts!: SearchCount[];
  @Field(() => Boolean, {
    description: 'Whether nothing has these very words, so that these are things with names like them.',
  })
  similar!: boolean;
}
