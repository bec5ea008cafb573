import { registerEnumType } from '@nestjs/graphql';

export const EventSort = { STARTS_AT: 'asc', STARTS_AT_DESC: 'desc' } as const;
export type EventSort = (typeof EventSort)[keyof typeof EventSort];

registerEnumType(EventSort, { name: 'EventSort', description: 'Soonest first, or latest first.' });
