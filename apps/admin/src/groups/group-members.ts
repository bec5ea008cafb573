export interface Party {
  guests: number;
  minorGuests: number;
  guestNames: readonly string[];
  absentGuests: readonly number[];
}

export interface GroupMember {
  /** Position among the guests, from 1. */
  number: number;
  /** Empty if the member isn't named yet. */
  name: string;
  isMinor: boolean;
  isAbsent: boolean;
}

/** Returns the people who come with the contact person: minors first. */
export function membersOf({ guests, minorGuests, guestNames, absentGuests }: Party): GroupMember[] {
  return Array.from({ length: guests }, (_, index) => ({
    number: index + 1,
    name: guestNames[index] ?? '',
    isMinor: index < minorGuests,
    isAbsent: absentGuests.includes(index + 1),
  }));
}

/** Returns who is absent if this many of the party came: unnamed members first, then the last ones. */
export function absentIfCame(party: Party, came: number): number[] {
  const members = membersOf(party);
  const missing = Math.min(Math.max(1 + party.guests - came, 0), party.guests);
  const byLikelihood = [...members].sort(
    (one, other) =>
      Number(other.isAbsent) - Number(one.isAbsent) ||
      Number(one.name !== '') - Number(other.name !== '') ||
      other.number - one.number,
  );
  return byLikelihood
    .slice(0, missing)
    .map(({ number }) => number)
    .sort((one, other) => one - other);
}
