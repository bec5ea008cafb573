import { readInput } from '@upstander/platform';
import { ShiftInput, type ShiftDetails } from '../shifts/shift.input.js';
import { wallToInstant } from '../time/wall-time.js';
import type { Event } from './event.entity.js';
import { EventInput } from './event.input.js';

/** Validated event data from an organizer, with local times also converted to instants. */
export type EventDetails = Pick<Event, Exclude<keyof EventInput & keyof Event, 'version' | 'shifts'> | EventInstant>;

type EventInstant = 'startsAt' | 'endsAt' | 'opensAt' | 'opensToMembersAt';

/** Reads an input on top of the previous values: omitted fields stay unchanged, null clears a field. */
export function detailsFrom(input: EventInput, before?: EventDetails): EventDetails {
  const { values } = readInput(EventInput, input, before);
  return { ...values, ...instantsOf(values, values.timeZone), ...openingOf(values, values.timeZone) };
}

export function shiftFrom(input: ShiftInput, timeZone: string): ShiftDetails {
  const { values } = readInput(ShiftInput, input);
  return { ...values, ...instantsOf(values, timeZone), id: input.id?.toLowerCase() ?? null };
}

export function openingOf(
  { opensAtLocal, opensToMembersAtLocal }: Pick<Event, 'opensAtLocal' | 'opensToMembersAtLocal'>,
  timeZone: string,
): Pick<Event, 'opensAt' | 'opensToMembersAt'> {
  return {
    opensAt: opensAtLocal === null ? null : wallToInstant(opensAtLocal, timeZone),
    opensToMembersAt: opensToMembersAtLocal === null ? null : wallToInstant(opensToMembersAtLocal, timeZone),
  };
}

function instantsOf(wall: Pick<Event, 'startsAtLocal' | 'endsAtLocal'>, timeZone: string) {
  return { startsAt: wallToInstant(wall.startsAtLocal, timeZone), endsAt: wallToInstant(wall.endsAtLocal, timeZone) };
}
