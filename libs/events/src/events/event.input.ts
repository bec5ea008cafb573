import { Field, InputType, Int } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { ShiftInput } from '../shifts/shift.input.js';
import { Event } from './event.entity.js';

@InputType({
  description: 'An event as the organizer writes it. In a change, what is left out stays as it is and null empties it.',
})
export class EventInput extends InputOf(Event, {
  required: ['chapterId', 'title', 'timeZone', 'startsAtLocal', 'endsAtLocal'],
  optional: [
    ...(['summary', 'description', 'online', 'place', 'onlineUrl', 'contactName', 'contactEmail'] as const),
    ...(['imageUrl', 'languages', 'accessibility', 'bring', 'agenda'] as const),
    ...(['opensAtLocal', 'opensToMembersAtLocal', 'withMinors', 'minimumAdults', 'maxGuests'] as const),
  ],
  words: { title: 'May be empty in a draft.', description: 'Markdown.' },
}) {
  @Field(() => Int, {
    nullable: true,
    description:
      'In a change, the version it was written on: CHANGED_MEANWHILE when somebody else has saved since. Left out, the last save wins.',
  })
  version?: number | null;
  @Field(() => [ShiftInput], {
    nullable: true,
    description: 'The whole list: a shift left out is removed, unless somebody is signed up for it.',
  })
  shifts?: ShiftInput[] | null;
}
