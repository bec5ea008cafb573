import { enumOf, type EnumOf } from '@upstander/platform';

export const EventSort = enumOf('EventSort', 'Sort order of events.', {
  asc: { name: 'STARTS_AT', description: 'Earliest start first.' },
  desc: { name: 'STARTS_AT_DESC', description: 'Latest start first.' },
});
export type EventSort = EnumOf<typeof EventSort>;
