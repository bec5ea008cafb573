import { Field, InputType, Int } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { ShiftInput } from '../shifts/shift.input.js';
import { Event } from './event.entity.js';

@InputType({
  description: 'Event data from the organizer. In an update, omitted fields stay unchanged and null clears a field.',
})
export class EventInput extends InputOf(Event, {
  required: ['chapterId', 'title', 'timeZone', 'startsAtLocal', 'endsAtLocal'],
  optional: [
    'summary',
    'description',
    'online',
    'place',
    'onlineUrl',
    'contactName',
    'contactEmail',
    'imageUrl',
    'languages',
    'accessibility',
    'bring',
    'agenda',
    'opensAtLocal',
    'opensToMembersAtLocal',
    'withMinors',
    'minimumAdults',
    'maxGuests',
    'maxGroupSize',
  ],
  words: { title: 'Title; may be empty in a draft.', description: 'Description in Markdown.' },
}) {
  @Field(() => Int, {
    nullable: true,
    description:
      'Version the update is based on. CHANGED_MEANWHILE if the event has been saved since. If omitted, the last save wins.',
  })
  version?: number | null;
  @Field(() => [ShiftInput], {
    nullable: true,
    description: 'The complete list. Omitted shifts are removed, unless they have sign-ups.',
  })
  shifts?: ShiftInput[] | null;
}
