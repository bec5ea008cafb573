import { enumOf, type EnumOf } from '@upstander/platform';

export const EventPart = enumOf(
  'EventPart',
  'A part of an event that an occurrence can have different from its series.',
  {
    time: 'Start and end.',
    shifts: 'Shifts, with their capacity.',
    title: 'Title.',
    summary: 'Summary.',
    description: 'Description.',
    place: 'Venue or online address.',
    contact: 'Contact person.',
    picture: 'Picture.',
    languages: 'Languages spoken.',
    accessibility: 'Accessibility of the venue.',
    bring: 'Items to bring.',
    agenda: 'Agenda.',
    opening: 'When sign-up opens.',
    minors: 'If minors attend, and the number of adults required.',
    guests: 'Maximum number of guests, and of people in a group.',
  },
);
export type EventPart = EnumOf<typeof EventPart>;
