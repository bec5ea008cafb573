import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { enumOf, InputOf, type EnumOf } from '@upstander/platform';
import { EventInput } from '../events/event.input.js';
import { Series } from './series.entity.js';

const recurrence = ['until', 'extraDates', 'excludedDates', 'skipsHolidays'] as const;

@InputType({ description: 'A new series.' })
export class SeriesInput extends InputOf(Series, { required: ['rule'], optional: recurrence }) {
  @Field(() => EventInput, {
    description: 'The first occurrence. It starts when the series starts, and the others have the same data.',
  })
  event!: EventInput;
  @Field(() => ID, {
    nullable: true,
    description: 'ID of an event that becomes an occurrence and keeps its sign-ups. It must start at the same time.',
  })
  fromEventId?: string | null;
}

export const SeriesScope = enumOf('SeriesScope', 'The occurrences that an edit applies to.', {
  following: 'This occurrence and all later ones. They become a new series.',
  all: 'All upcoming occurrences.',
});
export type SeriesScope = EnumOf<typeof SeriesScope>;

@InputType({ description: 'An edit of a series. Omitted fields stay unchanged.' })
export class SeriesEditInput extends InputOf(Series, { optional: ['rule', ...recurrence] }) {
  @Field(() => SeriesScope) scope!: SeriesScope;
  @Field(() => ID, {
    nullable: true,
    description: 'ID of the occurrence that the organizer edits. It must be upcoming; by default, the next one.',
  })
  eventId?: string | null;
  @Field(() => EventInput, {
    nullable: true,
    description:
      'The edited occurrence. The parts that differ from its current data change in the series; its version is ignored.',
  })
  event?: EventInput | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Version of the series that the edit is based on. CHANGED_MEANWHILE if it has been saved since.',
  })
  version?: number | null;
  @Field(() => String, { nullable: true, description: 'Why dates are dropped, for the people who are signed up.' })
  reason?: string | null;
}
