import { Args, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@upstander/identity';
import { Areas } from '@upstander/platform';

@ObjectType({ description: 'A state, a county or the whole country, as an area that services serve.' })
export class ServedArea {
  @Field(() => String, {
    description: '`US`, or a FIPS code such as `06` (California) or `06037` (Los Angeles County).',
  })
  code!: string;
  @Field(() => String, { description: 'Its name, for example "Los Angeles County, CA".' }) label!: string;
}

@Resolver(() => ServedArea)
export class ServedAreasResolver {
  constructor(private readonly areas: Areas) {}

  @Query(() => [ServedArea], { description: 'States and counties whose names contain the words, at most 20.' })
  @Allow('moderator', 'advocate')
  servedAreas(@Args('text', { type: () => String }) text: string): Promise<ServedArea[]> {
    return this.areas.search(text);
  }
}
