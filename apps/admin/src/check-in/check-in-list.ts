import type { Attendee, DoorEvent, DoorWaiver, OutcomeCode, WaiverSignature } from './queries';

/** A check-in action that has not been sent to the server yet. */
export type PendingAction =
  | {
      type: 'mark';
      id: string;
      signupId: string;
      kind: 'CHECK_IN' | 'CHECK_OUT' | 'NO_SHOW';
      at: string;
      earlyReason?: string;
    }
  | { type: 'undo'; id: string; signupId: string; undoes: string; at: string }
  | { type: 'waiver'; id: string; signupId: string; waiver: WaiverSignature }
  | { type: 'absent'; id: string; signupId: string; absentGuests: number[] }
  | WalkIn;

/** A person who came without a sign-up, with the details and signatures they gave. */
export interface WalkIn {
  type: 'walk-in';
  id: string;
  shiftId: string;
  name: string;
  email: string | null;
  /** ID of an entry on the list that is the same person, instead of an email address. */
  samePersonAs: string | null;
  isAdult: boolean;
  addPlace: boolean;
  waivers: WaiverSignature[];
  at: string;
}

/** A check-in that the server refused, with the reason. Staff must see it. */
export interface Problem {
  id: string;
  name: string;
  /** For ALREADY: time of the first check-in. */
  at?: string;
  code: OutcomeCode | 'SHIFT_FULL' | 'BAD_INPUT' | 'AGE_NEEDED' | 'TOO_YOUNG' | 'TEXT_CHANGED' | 'OTHER';
}

/** The check-in list on this phone: data from the server plus unsent actions. */
export interface CheckInList {
  event: DoorEvent;
  /** Waivers of its shifts, so they can be signed offline. */
  waivers: DoorWaiver[];
  people: Attendee[];
  queue: PendingAction[];
  problems: Problem[];
  readAt: string;
}

/** Applies an action to the list before the server confirms it. */
export function applyAction(
  people: readonly Attendee[],
  pending: PendingAction,
  waivers: readonly DoorWaiver[] = [],
): Attendee[] {
  if (pending.type === 'walk-in') {
    if (people.some(({ id }) => id === pending.id)) return [...people];
    const { id, name, email, samePersonAs, shiftId, at, isAdult } = pending;
    const samePerson = people.find((person) => person.id === samePersonAs);
    const signedTypeIds = new Set(pending.waivers.map(({ typeId }) => typeId));
    const requiredTypeIds = waivers.filter(({ shiftIds }) => shiftIds.includes(shiftId)).map(({ typeId }) => typeId);
    const walkIn: Attendee = {
      id,
      name,
      guests: 0,
      guestNames: [],
      groupName: null,
      minorGuests: 0,
      absentGuests: [],
      shiftId,
      status: 'CHECKED_IN',
      checkedInAt: at,
      checkedOutAt: null,
      lastMarkId: null,
      isMinor: !isAdult,
      isAdult,
      unsignedWaiverIds: requiredTypeIds.filter((typeId) => !signedTypeIds.has(typeId)),
      locale: 'EN',
      addressConfirmed: false,
      hasEmail: samePerson?.hasEmail ?? Boolean(email),
      doorCode: '',
    };
    return sortByName([...people, walkIn]);
  }
  return people.map((person) => (person.id === pending.signupId ? applyMark(person, pending) : person));
}

function applyMark(person: Attendee, pending: Exclude<PendingAction, WalkIn>): Attendee {
  if (pending.type === 'waiver') {
    const { typeId, guardianRelation } = pending.waiver;
    const isMinor = person.isMinor || guardianRelation !== null;
    const unsignedWaiverIds = person.unsignedWaiverIds.filter((id) => id !== typeId);
    return { ...person, unsignedWaiverIds, isMinor, isAdult: !isMinor };
  }
  if (pending.type === 'absent') return { ...person, absentGuests: pending.absentGuests };
  if (pending.type === 'undo') {
    const restoredStatus = person.status === 'COMPLETED' && person.checkedOutAt !== null ? 'CHECKED_IN' : 'CONFIRMED';
    const checkedInAt = restoredStatus === 'CHECKED_IN' ? person.checkedInAt : null;
    return { ...person, status: restoredStatus, checkedInAt, checkedOutAt: null, lastMarkId: null };
  }
  const lastMarkId = pending.id;
  switch (pending.kind) {
    case 'CHECK_IN':
      return {
        ...person,
        lastMarkId,
        status: 'CHECKED_IN',
        checkedInAt: person.checkedInAt ?? pending.at,
        checkedOutAt: null,
      };
    case 'CHECK_OUT':
      return { ...person, lastMarkId, status: 'COMPLETED', checkedOutAt: pending.at };
    case 'NO_SHOW':
      return { ...person, lastMarkId, status: person.checkedInAt ? person.status : 'NO_SHOW' };
  }
}

/** Returns a freshly loaded list with the unsent actions applied. */
export function mergeReloadedList(
  door: CheckInList,
  { people, event, waivers }: Pick<CheckInList, 'event' | 'waivers'> & { people: readonly Attendee[] },
  at: Date,
): CheckInList {
  return {
    ...door,
    event,
    waivers,
    people: door.queue.reduce<Attendee[]>(
      (list, pending) => applyAction(list, pending, waivers),
      sortByName([...people]),
    ),
    readAt: at.toISOString(),
  };
}

export interface ServerResult {
  id: string;
  code: Problem['code'] | 'RECORDED' | 'ALREADY';
  entry: Attendee | null;
}

/** Applies the server's answers: removes confirmed actions from the queue and adds refusals to the problems. */
export function applyServerResults(door: CheckInList, answers: readonly ServerResult[]): CheckInList {
  const answersById = new Map(answers.map((answer) => [answer.id, answer]));
  const queue = door.queue.filter(({ id }) => !answersById.has(id));
  const queuedSignupIds = new Set(queue.flatMap((action) => (action.type === 'walk-in' ? [] : [action.signupId])));
  let { people } = door;
  const problems = [...door.problems];
  for (const pending of door.queue) {
    const answer = answersById.get(pending.id);
    if (!answer) continue;
    const name =
      pending.type === 'walk-in' ? pending.name : (people.find(({ id }) => id === pending.signupId)?.name ?? '');
    if (answer.code !== 'RECORDED' && answer.code !== 'ALREADY')
      problems.push({ id: pending.id, name, code: answer.code });
    const firstAt = answer.code === 'ALREADY' && hasEarlierTime(pending, answer.entry);
    if (firstAt) problems.push({ id: pending.id, name, code: 'ALREADY', at: firstAt });
    // A walk-in has the ID of its action until the server assigns one.
    if (pending.type === 'walk-in') people = people.filter(({ id }) => id !== pending.id && id !== answer.entry?.id);
    const { entry } = answer;
    if (!entry || queuedSignupIds.has(entry.id)) continue;
    const hasPlace = ['CONFIRMED', 'CHECKED_IN', 'COMPLETED', 'NO_SHOW'].includes(entry.status);
    people = people.filter(({ id }) => id !== entry.id);
    if (hasPlace) people = [...people, entry];
  }
  return { ...door, people: sortByName([...people]), queue, problems };
}

/** Returns when another device checked this person in, or null if it was this check-in. */
function hasEarlierTime(pending: PendingAction, entry: Attendee | null): string | null {
  if (pending.type !== 'mark' || pending.kind !== 'CHECK_IN' || !entry?.checkedInAt) return null;
  return Date.parse(entry.checkedInAt) === Date.parse(pending.at) ? null : entry.checkedInAt;
}

export interface DoorCounts {
  places: number;
  checkedInCount: number;
  presentCount: number;
}

export function countsOf(people: readonly Attendee[]): DoorCounts {
  const present = people.filter(({ status }) => status === 'CHECKED_IN' || status === 'COMPLETED');
  const checkedIn = present.filter(({ status }) => status === 'CHECKED_IN');
  const sum = (some: readonly Attendee[], count: (one: Attendee) => number) =>
    some.reduce((all, one) => all + count(one), 0);
  const came = ({ guests, absentGuests }: Attendee) => 1 + guests - absentGuests.length;
  return {
    places: sum(people, ({ guests }) => 1 + guests),
    presentCount: sum(present, came),
    checkedInCount: sum(checkedIn, came),
  };
}

/** Format of a personal check-in code, as signed by the server. */
const ownCode = /^[A-Za-z0-9_-]{46}$/;

/**
 * Finds the person of a scanned code in the local list, so it works offline. A valid code that is not on the list
 * belongs to another event or an ended sign-up.
 */
export function findByCode(people: readonly Attendee[], text: string): Attendee | 'not-on-list' | 'foreign' {
  const code = text.trim();
  if (!ownCode.test(code)) return 'foreign';
  return people.find(({ doorCode }) => doorCode === code) ?? 'not-on-list';
}

function sortByName(people: Attendee[]): Attendee[] {
  return people.sort(
    (a, b) => a.name.localeCompare(b.name, undefined, { sensitivity: 'base' }) || (a.id < b.id ? -1 : 1),
  );
}

/** Returns the people with this name, ignoring spaces, accents and capitals. */
export function findNamesakes(people: readonly Attendee[], name: string): Attendee[] {
  const normalize = (text: string) => foldForSearch(text).trim().replace(/\s+/g, ' ');
  return normalize(name) === '' ? [] : people.filter((person) => normalize(person.name) === normalize(name));
}

/** Removes accents and lowercases, so that "jose" finds José. */
export function foldForSearch(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
