import { registerEnumType } from '@nestjs/graphql';
import type { StatusChanges } from '@upstander/platform';

/** Where an event stands: only drafts are hidden from the public. */
export const EventStatus = {
  DRAFT: 'draft',
  PUBLISHED: 'published',
  CANCELLED: 'cancelled',
  COMPLETED: 'completed',
} as const;
export type EventStatus = (typeof EventStatus)[keyof typeof EventStatus];

registerEnumType(EventStatus, { name: 'EventStatus', description: 'Where an event stands.' });

/** From where to where an event goes; the database keeps to it. */
export const eventChanges: StatusChanges<EventStatus> = {
  draft: ['published'],
  published: ['cancelled', 'completed'],
  cancelled: [],
  completed: [],
};
