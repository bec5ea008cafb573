import {
  applyAction,
  countsOf,
  foldForSearch,
  applyServerResults,
  findNamesakes,
  mergeReloadedList,
  findByCode,
  type CheckInList,
  type PendingAction,
  type WalkIn,
} from './check-in-list.js';
import type { Attendee, DoorEvent } from './queries.js';

const event = { id: 'e', title: 'Soup kitchen', shifts: [] } as unknown as DoorEvent;
const at = '2026-12-05T17:00:00.000Z';
const anAttendee = (id: string, name: string, more: Partial<Attendee> = {}): Attendee => ({
  id,
  name,
  shiftId: 's',
  status: 'CONFIRMED',
  checkedInAt: null,
  checkedOutAt: null,
  lastMarkId: null,
  guests: 0,
  guestNames: [],
  groupName: null,
  minorGuests: 0,
  absentGuests: [],
  isMinor: false,
  isAdult: false,
  unsignedWaiverIds: [],
  locale: 'EN',
  addressConfirmed: true,
  hasEmail: true,
  doorCode: `${id}-${'0'.repeat(44)}`,
  ...more,
});
const tap = (id: string, signupId: string, kind: 'CHECK_IN' | 'CHECK_OUT' | 'NO_SHOW' = 'CHECK_IN'): PendingAction => ({
  type: 'mark',
  id,
  signupId,
  kind,
  at,
});
const waiver = { typeId: 't', version: 1, name: 'Waiver', nameEs: 'Acuerdo', body: '', bodyEs: '', shiftIds: ['s'] };
const signed = (guardianRelation: 'PARENT' | null = null) => ({
  id: 'g',
  typeId: 't',
  version: 1,
  locale: 'EN' as const,
  name: 'Ana',
  signature: null,
  guardianRelation,
  at,
});
const aWalkIn = (more: Partial<WalkIn> = {}): WalkIn => ({
  type: 'walk-in',
  id: 'w',
  shiftId: 's',
  name: 'Ivo',
  email: 'ivo@example.org',
  samePersonAs: null,
  isAdult: true,
  addPlace: false,
  waivers: [],
  at,
  ...more,
});
const doorOf = (people: Attendee[], ...queue: PendingAction[]): CheckInList => ({
  event,
  waivers: [waiver],
  people: queue.reduce<Attendee[]>((list, pending) => applyAction(list, pending, [waiver]), people),
  queue,
  problems: [],
  readAt: at,
});

test('shows a check-in immediately and can undo it before it syncs', () => {
  const [here] = applyAction([anAttendee('a', 'Ana')], tap('m', 'a'));
  expect(here).toMatchObject({ status: 'CHECKED_IN', checkedInAt: at, lastMarkId: 'm' });
  const [back] = applyAction([here!], { type: 'undo', id: 'u', signupId: 'a', undoes: 'm', at });
  expect(back).toMatchObject({ status: 'CONFIRMED', checkedInAt: null });
});

test('does not mark a checked-in volunteer as a no-show', () => {
  const [ana] = applyAction(
    [anAttendee('a', 'Ana', { status: 'CHECKED_IN', checkedInAt: at })],
    tap('m', 'a', 'NO_SHOW'),
  );
  expect(ana?.status).toBe('CHECKED_IN');
});

test('keeps unsent actions when the list is reloaded', () => {
  const door = mergeReloadedList(
    doorOf([anAttendee('a', 'Ana')], tap('m', 'a')),
    { people: [anAttendee('b', 'Bea'), anAttendee('a', 'Ana')], event, waivers: [waiver] },
    new Date(at),
  );
  expect(door.people.map(({ name, status }) => [name, status])).toEqual([
    ['Ana', 'CHECKED_IN'],
    ['Bea', 'CONFIRMED'],
  ]);
});

test("reports a refused action with the volunteer's name and restores the server's status", () => {
  const door = doorOf([anAttendee('a', 'Ana'), anAttendee('b', 'Bea')], tap('m', 'a'), tap('n', 'b'));
  const after = applyServerResults(door, [
    { id: 'm', code: 'SIGNUP_ENDED', entry: anAttendee('a', 'Ana', { status: 'CANCELLED' }) },
    { id: 'n', code: 'RECORDED', entry: anAttendee('b', 'Bea', { status: 'CHECKED_IN', lastMarkId: 'n' }) },
  ]);
  expect(after.queue).toEqual([]);
  expect(after.problems).toEqual([{ id: 'm', name: 'Ana', code: 'SIGNUP_ENDED' }]);
  expect(after.people.map(({ name }) => name)).toEqual(['Bea']);
});

test('keeps actions made while a request was pending', () => {
  const door = doorOf([anAttendee('a', 'Ana')], tap('m', 'a'), tap('n', 'a', 'CHECK_OUT'));
  const after = applyServerResults(door, [
    { id: 'm', code: 'RECORDED', entry: anAttendee('a', 'Ana', { status: 'CHECKED_IN' }) },
  ]);
  expect(after.people[0]).toMatchObject({ status: 'COMPLETED' });
  expect(after.queue.map(({ id }) => id)).toEqual(['n']);
});

test('lists a walk-in once, before and after the server assigns an ID', () => {
  const walkIn = aWalkIn({ isAdult: false });
  const door = doorOf([anAttendee('b', 'Bea')], walkIn);
  expect(door.people.map(({ name }) => name)).toEqual(['Bea', 'Ivo']);
  const after = applyServerResults(door, [
    { id: 'w', code: 'RECORDED', entry: anAttendee('i', 'Ivo', { status: 'CHECKED_IN' }) },
  ]);
  expect(after.people.map(({ id }) => id)).toEqual(['b', 'i']);
  expect(applyServerResults(door, [{ id: 'w', code: 'SHIFT_FULL', entry: null }])).toMatchObject({
    people: [{ id: 'b' }],
    problems: [{ name: 'Ivo', code: 'SHIFT_FULL' }],
  });
});

test('does not ask again for a waiver with an unsent signature', () => {
  const ana = anAttendee('a', 'Ana', { unsignedWaiverIds: ['t', 'other'] });
  const sign = (relation: 'PARENT' | null): PendingAction => ({
    type: 'waiver',
    id: 'g',
    signupId: 'a',
    waiver: signed(relation),
  });
  expect(doorOf([ana], sign(null)).people[0]).toMatchObject({ unsignedWaiverIds: ['other'], isAdult: true });
  expect(doorOf([ana], sign('PARENT')).people[0]).toMatchObject({ isMinor: true, isAdult: false });
  const after = applyServerResults(doorOf([ana], sign(null)), [{ id: 'g', code: 'TEXT_CHANGED', entry: null }]);
  expect(after.problems).toEqual([{ id: 'g', name: 'Ana', code: 'TEXT_CHANGED' }]);
});

test("requires the shift's unsigned waivers from a walk-in added offline", () => {
  expect(doorOf([], aWalkIn()).people[0]).toMatchObject({ unsignedWaiverIds: ['t'], isAdult: true, isMinor: false });
  const child = aWalkIn({ isAdult: false, waivers: [signed('PARENT')] });
  expect(doorOf([], child).people[0]).toMatchObject({ unsignedWaiverIds: [], isMinor: true });
  expect(doorOf([], aWalkIn({ shiftId: 'another' })).people[0]?.unsignedWaiverIds).toEqual([]);
});

test('shows whether a walk-in has an address; the same person has that of their other entry', () => {
  expect(applyAction([], aWalkIn())[0]).toMatchObject({ hasEmail: true });
  expect(applyAction([], aWalkIn({ email: null }))[0]).toMatchObject({ hasEmail: false });
  const again = aWalkIn({ email: null, samePersonAs: 'a' });
  expect(applyAction([anAttendee('a', 'Ivo')], again)).toMatchObject([{ hasEmail: true }, { hasEmail: true }]);
});

test('finds namesakes regardless of capitals, accents and spaces, and none for an empty name', () => {
  const people = [anAttendee('a', 'José  Ruiz'), anAttendee('b', 'Josefa Ruiz')];
  expect(findNamesakes(people, ' jose ruiz ').map(({ id }) => id)).toEqual(['a']);
  expect(findNamesakes(people, ' ')).toEqual([]);
});

test('counts attendees and searches names without accents', () => {
  expect(
    countsOf([
      anAttendee('a', 'A', { status: 'CHECKED_IN' }),
      anAttendee('b', 'B', { status: 'COMPLETED' }),
      anAttendee('c', 'C'),
    ]),
  ).toEqual({
    places: 3,
    presentCount: 2,
    checkedInCount: 1,
  });
  expect(foldForSearch('José Ñ')).toBe('jose n');
});

test('distinguishes codes on the list, our other codes and foreign codes', () => {
  const ana = anAttendee('a', 'Ana');
  expect(findByCode([ana, anAttendee('b', 'Bea')], ` ${ana.doorCode}\n`)).toBe(ana);
  expect(findByCode([anAttendee('b', 'Bea')], ana.doorCode)).toBe('not-on-list');
  expect(findByCode([ana], 'https://example.org/menu')).toBe('foreign');
  // People added offline have no code yet, so an empty scan must not match them.
  expect(findByCode(applyAction([], aWalkIn()), '')).toBe('foreign');
});

test('reports an earlier check-in by another device, but not a repeated request', () => {
  const first = '2026-12-05T16:55:00.000Z';
  const door = doorOf([anAttendee('a', 'Ana'), anAttendee('b', 'Bea')], tap('m', 'a'), tap('n', 'b'));
  const after = applyServerResults(door, [
    { id: 'm', code: 'ALREADY', entry: anAttendee('a', 'Ana', { status: 'CHECKED_IN', checkedInAt: first }) },
    { id: 'n', code: 'ALREADY', entry: anAttendee('b', 'Bea', { status: 'CHECKED_IN', checkedInAt: at }) },
  ]);
  expect(after.queue).toEqual([]);
  expect(after.problems).toEqual([{ id: 'm', name: 'Ana', code: 'ALREADY', at: first }]);
});
