import { registerEnumType } from '@nestjs/graphql';

/** Where an event stands: only drafts are hidden from the public. */
export const EventStatus = {
  DRAFT: 'draft',
  PUBLISHED: 'published',
  CANCELLED: 'cancelled',
  COMPLETED: 'completed',
} as const;
export type EventStatus = (typeof EventStatus)[keyof typeof EventStatus];

registerEnumType(EventStatus, { name: 'EventStatus', description: 'Where an event stands.' });
