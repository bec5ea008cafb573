import type { VariablesOf } from '@upstander/api-client';
import type { audienceQuery } from './queries';

export type AudienceKind = VariablesOf<typeof audienceQuery>['audience']['kind'];

/** Audiences to choose from. SELECTED comes from the roster only. */
export const audienceKinds = ['EVERYONE', 'WITH_SPOT', 'WAITLIST', 'UNCONFIRMED', 'ATTENDED'] as const;

/** Returns the address of the form for a message to these people. */
export function messageLink(eventId: string, kind: AudienceKind = 'EVERYONE', shiftId = ''): string {
  const params = new URLSearchParams({ to: kind, ...(shiftId && { shift: shiftId }) });
  return `/events/${eventId}/messages/new?${params.toString()}`;
}

/** Returns the audience that fits a status filter of the roster. */
export function audienceOfFilter(status: string): AudienceKind {
  if (status === 'unconfirmed') return 'UNCONFIRMED';
  if (status === 'WAITLISTED' || status === 'OFFERED') return 'WAITLIST';
  if (status === 'CONFIRMED') return 'WITH_SPOT';
  if (status === 'CHECKED_IN' || status === 'COMPLETED') return 'ATTENDED';
  return 'EVERYONE';
}
