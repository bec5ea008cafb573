import { Args, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area } from '@upstander/identity';
import { Areas } from '@upstander/platform';

@ObjectType({ description: 'A state, a county, or the whole country, as an area served by services.' })
export class ServedArea {
  @Field(() => String, {
    description: '`US`, or a FIPS code, for example `06` (California) or `06037` (Los Angeles County).',
  })
  code!: string;
  @Field(() => String, { description: 'Name, for example "Los Angeles County, CA".' }) label!: string;
}

@Area('help_directory')
@Resolver(() => ServedArea)
export class ServedAreasResolver {
  constructor(private readonly areas: Areas) {}

  @Query(() => [ServedArea], { description: 'States and counties whose names contain these words; at most 20.' })
  @Allow('moderator', 'advocate')
  servedAreas(@Args('text', { type: () => String }) text: string): Promise<ServedArea[]> {
    return this.areas.search(text);
  }
}
