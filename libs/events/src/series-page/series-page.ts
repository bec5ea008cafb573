import { Field, ObjectType } from '@nestjs/graphql';
import { EventConnection } from '../events/event.entity.js';
import { Series } from '../series/series.entity.js';

@ObjectType({ description: 'A series with its upcoming dates, as shown to visitors.' })
export class SeriesPage {
  @Field(() => Series) series!: Series;
  @Field(() => String, { description: 'The description, as sanitized HTML.' }) descriptionHtml!: string;
  @Field(() => EventConnection, { description: 'Its dates that are not over, by start. Includes canceled ones.' })
  dates!: EventConnection;
}
