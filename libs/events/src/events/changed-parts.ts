import { isDeepStrictEqual } from 'node:util';
import type { ShiftDetails } from '../shifts/shift.input.js';
import { wallDistance } from '../time/wall-time.js';
import type { EventDetails } from './event-details.js';
import { EventPart } from './event-parts.js';

/** Fields of the parts that don't depend on the date. */
export const fieldsOfPart = {
  title: ['title'],
  summary: ['summary'],
  description: ['description'],
  place: ['online', 'place', 'onlineUrl'],
  contact: ['contactName', 'contactEmail'],
  picture: ['imageUrl'],
  languages: ['languages'],
  accessibility: ['accessibility'],
  bring: ['bring'],
  agenda: ['agenda'],
  minors: ['withMinors', 'minimumAdults'],
  guests: ['maxGuests', 'maxGroupSize'],
} as const satisfies Partial<Record<EventPart, readonly (keyof EventDetails)[]>>;

interface EventWithShifts {
  event: EventDetails;
  shifts: readonly ShiftDetails[];
}

/** Returns the parts that differ. Shifts and the opening of sign-up are compared relative to the start. */
export function changedParts(before: EventWithShifts, after: EventWithShifts): EventPart[] {
  const one = comparableParts(before);
  const other = comparableParts(after);
  return Object.values(EventPart).filter((part) => !isDeepStrictEqual(one[part], other[part]));
}

function comparableParts({ event, shifts }: EventWithShifts): Record<EventPart, unknown> {
  const fromStart = (local: string | null) => (local === null ? null : wallDistance(event.startsAtLocal, local));
  const plain = Object.fromEntries(
    Object.entries(fieldsOfPart).map(([part, fields]) => [part, fields.map((field) => event[field])]),
  ) as Record<keyof typeof fieldsOfPart, unknown>;
  return {
    ...plain,
    time: [event.startsAtLocal, event.endsAtLocal, event.timeZone],
    opening: [fromStart(event.opensAtLocal), fromStart(event.opensToMembersAtLocal)],
    shifts: shifts.map((shift) => [
      fromStart(shift.startsAtLocal),
      fromStart(shift.endsAtLocal),
      shift.role,
      shift.capacity,
      shift.minimumAge,
      shift.maxFirstTimers,
      shift.needsLead,
      shift.skillIds,
      shift.note,
      shift.signUpCredentialIds,
      shift.dayCredentialIds,
      shift.credentialsDueHours,
    ]),
  };
}
