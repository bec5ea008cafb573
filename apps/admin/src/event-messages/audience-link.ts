import type { VariablesOf } from '@upstander/api-client';
import type { audienceQuery } from './queries';

export type AudienceKind = VariablesOf<typeof audienceQuery>['audience']['kind'];

/** Audiences of volunteers to choose from. SELECTED comes from the roster only. */
export const volunteerKinds = ['EVERYONE', 'WITH_SPOT', 'WAITLIST', 'UNCONFIRMED', 'ATTENDED', 'GROUPS'] as const;

/** Audiences of an event with a registration form. */
export const participantKinds = [
  'PARTICIPANTS',
  'PARTICIPANTS_REGISTERED',
  'PARTICIPANTS_WAITLIST',
  'PARTICIPANTS_ARRIVED',
  'VOLUNTEERS_AND_PARTICIPANTS',
] as const;

export function includesParticipants(kind: AudienceKind): boolean {
  return participantKinds.some((name) => name === kind);
}

/** Returns the address of the form for a message to these people; by default, to everyone the event has. */
export function messageLink(eventId: string, kind?: AudienceKind, shiftId = ''): string {
  const params = new URLSearchParams({ ...(kind && { to: kind }), ...(shiftId && { shift: shiftId }) });
  return `/events/${eventId}/messages/new${params.size > 0 ? `?${params.toString()}` : ''}`;
}

/** Returns the audience that fits the filters of the registrations. */
export function audienceOfRegistrations(status: string | null, arrived: string | null): AudienceKind {
  if (arrived === 'yes') return 'PARTICIPANTS_ARRIVED';
  if (status === 'WAITLISTED') return 'PARTICIPANTS_WAITLIST';
  if (status === 'CONFIRMED') return 'PARTICIPANTS_REGISTERED';
  return 'PARTICIPANTS';
}

/** Returns the audience that fits a status filter of the roster. */
export function audienceOfFilter(status: string): AudienceKind {
  if (status === 'unconfirmed') return 'UNCONFIRMED';
  if (status === 'WAITLISTED' || status === 'OFFERED') return 'WAITLIST';
  if (status === 'CONFIRMED') return 'WITH_SPOT';
  if (status === 'CHECKED_IN' || status === 'COMPLETED') return 'ATTENDED';
  return 'EVERYONE';
}
