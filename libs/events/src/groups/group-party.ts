import { readInput, refuseFaults, type Faults } from '@upstander/platform';
import { ChangeGuestsInput } from '../signups/sign-up.input.js';

export const maxGroupPeople = 40;

interface GroupInput {
  people: number;
  minors?: number | null;
  names?: string[] | null;
  minorNames?: string[] | null;
}

/** The members of a group besides its contact person, as a sign-up stores them: minors first, then adults. */
export interface GroupParty {
  guests: number;
  minorGuests: number;
  /** An empty name for each member who is not named yet, up to the last name. */
  guestNames: string[];
}

/** @throws Refusal BAD_INPUT */
export function groupPartyOf({ people, minors, names, minorNames }: GroupInput): GroupParty {
  const guests = people - 1;
  const minorGuests = minors ?? 0;
  const adults = readNames(names);
  const children = readNames(minorNames);
  const faults: Faults = { ...adults.faults('names'), ...children.faults('minorNames') };
  if (people < 2 || people > maxGroupPeople) faults['people'] = 'out-of-range';
  else if (minorGuests < 0 || minorGuests > guests) faults['minors'] = 'out-of-range';
  else {
    if (children.names.length > minorGuests) faults['minorNames'] = 'too-many';
    if (adults.names.length > guests - minorGuests) faults['names'] = 'too-many';
  }
  refuseFaults(faults);
  const unnamedMinors = Array.from({ length: adults.names.length ? minorGuests - children.names.length : 0 }, () => '');
  return { guests, minorGuests, guestNames: [...children.names, ...unnamedMinors, ...adults.names] };
}

function readNames(typed: string[] | null | undefined) {
  const { values, faults } = readInput(ChangeGuestsInput, { guests: 0, guestNames: typed ?? [], token: '' });
  const fault = faults['guestNames'];
  return { names: values.guestNames, faults: (field: string): Faults => (fault ? { [field]: fault } : {}) };
}
