import type { DemoEvent } from './events.js';
import type { DemoShift } from './shifts.js';
import { ana, type DemoPerson } from './people.js';
import { idOf, type Random } from './random.js';
import type { State } from './schedule.js';

export interface DemoSignup {
  id: string;
  shiftId: string;
  person: DemoPerson;
  status: 'confirmed' | 'waitlisted' | 'offered' | 'cancelled' | 'expired';
  startsAt: Date;
  endsAt: Date;
  lineNumber: number | null;
  provenAt: Date | null;
  expiresAt: Date | null;
  offerExpiresAt: Date | null;
  told: { status: 'confirmed' | 'waitlisted'; position: number | null };
  createdAt: Date;
  endedAt: Date | null;
}

const minute = 60_000;
const hour = 3_600_000;
const minFill = { few: 0.1, some: 0.35, many: 0.7, past: 0.75, today: 0.9 };
const maxFill = { few: 0.35, some: 0.65, many: 0.95, past: 1, today: 0.95 };

export function signups(
  random: Random,
  events: readonly DemoEvent[],
  people: readonly DemoPerson[],
  now: Date,
): DemoSignup[] {
  const busy = new Map<string, Array<{ from: number; to: number }>>();
  const all: DemoSignup[] = [];
  for (const event of events) {
    if (event.state === 'draft') continue;
    const near = people.filter((person) => event.online || person.home === event.chapter);
    for (const shift of event.shifts) {
      all.push(...signupsOfShift(random, event, shift, freePeople(random, near, shift, busy), now));
    }
  }
  return all;
}

function* freePeople(
  random: Random,
  people: readonly DemoPerson[],
  shift: DemoShift,
  busy: Map<string, Array<{ from: number; to: number }>>,
): Generator<DemoPerson, undefined> {
  const from = shift.startsAt.valueOf();
  const to = shift.endsAt.valueOf();
  const shuffled = random.shuffle(people);
  // Ana comes first more often, because demos show her account.
  const order = people.includes(ana) && random.next() < 0.06 ? [ana, ...shuffled] : shuffled;
  for (const person of order) {
    const busyTimes = busy.get(person.id) ?? [];
    if (busyTimes.some((other) => other.from < to && from < other.to)) continue;
    busy.set(person.id, [...busyTimes, { from, to }]);
    yield person;
  }
  return undefined;
}

function signupsOfShift(
  random: Random,
  event: DemoEvent,
  shift: DemoShift,
  free: Generator<DemoPerson, undefined>,
  now: Date,
): DemoSignup[] {
  const { places, waiting } = demand(random, event.state, shift);
  const opened = event.publishedAt?.valueOf() ?? now.valueOf();
  const closed = Math.min(now.valueOf(), shift.startsAt.valueOf()) - 6 * hour;
  const times = Array.from({ length: places + waiting }, () => opened + random.next() * (closed - opened)).sort(
    (a, b) => a - b,
  );
  const made = times.map((time, nth): DemoSignup => {
    const { value: person, done } = free.next();
    if (done) throw new Error(`No volunteer is free for ${event.title}.`);
    const createdAt = new Date(Math.round(time));
    const inLine = nth >= places ? nth - places + 1 : null;
    const initialStatus = inLine === null ? ('confirmed' as const) : ('waitlisted' as const);
    return {
      id: idOf('signup', shift.id, nth),
      shiftId: shift.id,
      person,
      status: initialStatus,
      startsAt: shift.startsAt,
      endsAt: shift.endsAt,
      lineNumber: inLine,
      provenAt: new Date(createdAt.valueOf() + random.integerBetween(2, 90) * minute),
      expiresAt: null,
      offerExpiresAt: null,
      told: { status: initialStatus, position: inLine },
      createdAt,
      endedAt: null,
    };
  });
  change(random, event, shift, made, now);
  return made;
}

function demand(random: Random, state: State, shift: DemoShift): { places: number; waiting: number } {
  if (state === 'full') return { places: shift.capacity, waiting: 0 };
  if (state === 'line' || state === 'offer') return { places: shift.capacity, waiting: random.integerBetween(2, 4) };
  const key = state in minFill ? (state as keyof typeof minFill) : 'some';
  const part = minFill[key] + random.next() * (maxFill[key] - minFill[key]);
  return { places: Math.min(shift.capacity, Math.round(shift.capacity * part)), waiting: 0 };
}

function change(random: Random, event: DemoEvent, shift: DemoShift, made: DemoSignup[], now: Date): void {
  const ago = (hours: number) => new Date(now.valueOf() - hours * hour);
  const first = made[0];
  const last = made.at(-1);
  if (!first || !last) return;
  if (event.state === 'cancelled') {
    for (const signup of made) Object.assign(signup, { status: 'cancelled', endedAt: event.updatedAt });
  } else if (event.state === 'offer') {
    const next = made.find((signup) => signup.lineNumber === 1);
    Object.assign(first, { status: 'cancelled', endedAt: ago(4) });
    const until = Math.min(ago(4).valueOf() + 24 * hour, shift.startsAt.valueOf());
    if (next) Object.assign(next, { status: 'offered', offerExpiresAt: new Date(until) });
  } else if (event.state === 'today') {
    // A walk-in who got a place at check-in.
    if (shift.startsAt < now && made.length > 3)
      Object.assign(last, { createdAt: new Date(shift.startsAt.valueOf() + 20 * minute), provenAt: null });
  } else if (event.state === 'past') {
    if (made.length > 3)
      Object.assign(first, { status: 'cancelled', endedAt: new Date(first.createdAt.valueOf() + 20 * hour) });
  } else if (last.lineNumber === null && shift.startsAt.valueOf() > now.valueOf() + 48 * hour && random.next() < 0.2) {
    const createdAt = ago(random.integerBetween(1, 5));
    Object.assign(last, { createdAt, provenAt: null, expiresAt: new Date(createdAt.valueOf() + 24 * hour) });
  }
}
