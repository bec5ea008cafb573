import { enumOf, type EnumOf } from '@upstander/platform';

export const EventSort = enumOf('EventSort', 'Soonest first, or latest first.', {
  asc: { name: 'STARTS_AT', description: 'What begins first.' },
  desc: { name: 'STARTS_AT_DESC', description: 'What begins last.' },
});
export type EventSort = EnumOf<typeof EventSort>;
