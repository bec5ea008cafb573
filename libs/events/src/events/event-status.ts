import { statusOf, type EnumOf } from '@upstander/platform';

export const EventStatus = statusOf('EventStatus', 'Status of an event.', {
  draft: { to: ['published'], description: 'Visible to the chapter only.' },
  published: { to: ['cancelled', 'completed'], description: 'Public and open for sign-up.' },
  cancelled: { to: [], description: 'Canceled; signed-up volunteers were notified.' },
  completed: { to: [], description: 'The event has ended.' },
});
export type EventStatus = EnumOf<typeof EventStatus>;
