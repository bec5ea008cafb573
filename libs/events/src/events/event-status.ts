import { statusOf, type EnumOf } from '@upstander/platform';

export const EventStatus = statusOf('EventStatus', 'Where an event stands.', {
  draft: { to: ['published'], description: 'Only its chapter sees it.' },
  published: { to: ['cancelled', 'completed'], description: 'Everybody sees it and can sign up.' },
  cancelled: { to: [], description: 'It is off; those who signed up were told.' },
  completed: { to: [], description: 'It is over.' },
});
export type EventStatus = EnumOf<typeof EventStatus>;
