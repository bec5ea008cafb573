import {
  apply,
  countsOf,
  folded,
  hear,
  namesakesOf,
  reread,
  whoseCode,
  type Door,
  type Pending,
  type WalkIn,
} from './door.js';
import type { Attendee, DoorEvent } from './queries.js';

const event = { id: 'e', title: 'Soup kitchen', shifts: [] } as unknown as DoorEvent;
const at = '2026-12-05T17:00:00.000Z';
const somebody = (id: string, name: string, more: Partial<Attendee> = {}): Attendee => ({
  id,
  name,
  shiftId: 's',
  status: 'CONFIRMED',
  checkedInAt: null,
  checkedOutAt: null,
  lastMarkId: null,
  isMinor: false,
  isAdult: false,
  unsignedWaiverIds: [],
  locale: 'EN',
  addressConfirmed: true,
  hasEmail: true,
  doorCode: `${id}-${'0'.repeat(44)}`,
  ...more,
});
const tap = (id: string, signupId: string, kind: 'CHECK_IN' | 'CHECK_OUT' | 'NO_SHOW' = 'CHECK_IN'): Pending => ({
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
const doorOf = (people: Attendee[], ...queue: Pending[]): Door => ({
  event,
  waivers: [waiver],
  people: queue.reduce<Attendee[]>((list, pending) => apply(list, pending, [waiver]), people),
  queue,
  problems: [],
  readAt: at,
});

test('a tap stands at once, and can be taken back before anybody has heard of it', () => {
  const [here] = apply([somebody('a', 'Ana')], tap('m', 'a'));
  expect(here).toMatchObject({ status: 'CHECKED_IN', checkedInAt: at, lastMarkId: 'm' });
  const [back] = apply([here!], { type: 'undo', id: 'u', signupId: 'a', undoes: 'm', at });
  expect(back).toMatchObject({ status: 'CONFIRMED', checkedInAt: null });
});

test('who is there is not called a no-show', () => {
  const [ana] = apply([somebody('a', 'Ana', { status: 'CHECKED_IN', checkedInAt: at })], tap('m', 'a', 'NO_SHOW'));
  expect(ana?.status).toBe('CHECKED_IN');
});

test('a list that is read again keeps what is still waiting to be sent', () => {
  const door = reread(
    doorOf([somebody('a', 'Ana')], tap('m', 'a')),
    { people: [somebody('b', 'Bea'), somebody('a', 'Ana')], event, waivers: [waiver] },
    new Date(at),
  );
  expect(door.people.map(({ name, status }) => [name, status])).toEqual([
    ['Ana', 'CHECKED_IN'],
    ['Bea', 'CONFIRMED'],
  ]);
});

test('what the server did not take is said by name, and the person stands as the server says', () => {
  const door = doorOf([somebody('a', 'Ana'), somebody('b', 'Bea')], tap('m', 'a'), tap('n', 'b'));
  const after = hear(door, [
    { id: 'm', code: 'SIGNUP_ENDED', entry: somebody('a', 'Ana', { status: 'CANCELLED' }) },
    { id: 'n', code: 'RECORDED', entry: somebody('b', 'Bea', { status: 'CHECKED_IN', lastMarkId: 'n' }) },
  ]);
  expect(after.queue).toEqual([]);
  expect(after.problems).toEqual([{ id: 'm', name: 'Ana', code: 'SIGNUP_ENDED' }]);
  expect(after.people.map(({ name }) => name)).toEqual(['Bea']);
});

test('an answer does not undo what was tapped while it was on its way', () => {
  const door = doorOf([somebody('a', 'Ana')], tap('m', 'a'), tap('n', 'a', 'CHECK_OUT'));
  const after = hear(door, [{ id: 'm', code: 'RECORDED', entry: somebody('a', 'Ana', { status: 'CHECKED_IN' }) }]);
  expect(after.people[0]).toMatchObject({ status: 'COMPLETED' });
  expect(after.queue.map(({ id }) => id)).toEqual(['n']);
});

test('somebody who came without a sign-up is on the list once, before and after the server gave them an id', () => {
  const walkIn = aWalkIn({ isAdult: false });
  const door = doorOf([somebody('b', 'Bea')], walkIn);
  expect(door.people.map(({ name }) => name)).toEqual(['Bea', 'Ivo']);
  const after = hear(door, [{ id: 'w', code: 'RECORDED', entry: somebody('i', 'Ivo', { status: 'CHECKED_IN' }) }]);
  expect(after.people.map(({ id }) => id)).toEqual(['b', 'i']);
  expect(hear(door, [{ id: 'w', code: 'SHIFT_FULL', entry: null }])).toMatchObject({
    people: [{ id: 'b' }],
    problems: [{ name: 'Ivo', code: 'SHIFT_FULL' }],
  });
});

test('what was signed here is not asked for again, before anybody has heard of it', () => {
  const ana = somebody('a', 'Ana', { unsignedWaiverIds: ['t', 'other'] });
  const sign = (relation: 'PARENT' | null): Pending => ({
    type: 'waiver',
    id: 'g',
    signupId: 'a',
    waiver: signed(relation),
  });
  expect(doorOf([ana], sign(null)).people[0]).toMatchObject({ unsignedWaiverIds: ['other'], isAdult: true });
  expect(doorOf([ana], sign('PARENT')).people[0]).toMatchObject({ isMinor: true, isAdult: false });
  const after = hear(doorOf([ana], sign(null)), [{ id: 'g', code: 'TEXT_CHANGED', entry: null }]);
  expect(after.problems).toEqual([{ id: 'g', name: 'Ana', code: 'TEXT_CHANGED' }]);
});

test('who walks in without a network lacks what the shift asks for and they have not signed', () => {
  expect(doorOf([], aWalkIn()).people[0]).toMatchObject({ unsignedWaiverIds: ['t'], isAdult: true, isMinor: false });
  const child = aWalkIn({ isAdult: false, waivers: [signed('PARENT')] });
  expect(doorOf([], child).people[0]).toMatchObject({ unsignedWaiverIds: [], isMinor: true });
  expect(doorOf([], aWalkIn({ shiftId: 'another' })).people[0]?.unsignedWaiverIds).toEqual([]);
});

test('shows whether a walk-in has an address; the same person has that of their other entry', () => {
  expect(apply([], aWalkIn())[0]).toMatchObject({ hasEmail: true });
  expect(apply([], aWalkIn({ email: null }))[0]).toMatchObject({ hasEmail: false });
  const again = aWalkIn({ email: null, samePersonAs: 'a' });
  expect(apply([somebody('a', 'Ivo')], again)).toMatchObject([{ hasEmail: true }, { hasEmail: true }]);
});

test('finds namesakes regardless of capitals, accents and spaces, and none for an empty name', () => {
  const people = [somebody('a', 'José  Ruiz'), somebody('b', 'Josefa Ruiz')];
  expect(namesakesOf(people, ' jose ruiz ').map(({ id }) => id)).toEqual(['a']);
  expect(namesakesOf(people, ' ')).toEqual([]);
});

test('counts and search read as people do', () => {
  expect(
    countsOf([
      somebody('a', 'A', { status: 'CHECKED_IN' }),
      somebody('b', 'B', { status: 'COMPLETED' }),
      somebody('c', 'C'),
    ]),
  ).toEqual({
    places: 3,
    came: 2,
    here: 1,
  });
  expect(folded('José Ñ')).toBe('jose n');
});

test('a code is looked for on the list; another one is told from something that is none of ours', () => {
  const ana = somebody('a', 'Ana');
  expect(whoseCode([ana, somebody('b', 'Bea')], ` ${ana.doorCode}\n`)).toBe(ana);
  expect(whoseCode([somebody('b', 'Bea')], ana.doorCode)).toBe('not-on-list');
  expect(whoseCode([ana], 'https://example.org/menu')).toBe('foreign');
  // Who was added without a network has no code yet: an empty picture is nobody's.
  expect(whoseCode(apply([], aWalkIn()), '')).toBe('foreign');
});

test('a check-in that another device made first is shown with its time, and one that was only sent twice is not', () => {
  const first = '2026-12-05T16:55:00.000Z';
  const door = doorOf([somebody('a', 'Ana'), somebody('b', 'Bea')], tap('m', 'a'), tap('n', 'b'));
  const after = hear(door, [
    { id: 'm', code: 'ALREADY', entry: somebody('a', 'Ana', { status: 'CHECKED_IN', checkedInAt: first }) },
    { id: 'n', code: 'ALREADY', entry: somebody('b', 'Bea', { status: 'CHECKED_IN', checkedInAt: at }) },
  ]);
  expect(after.queue).toEqual([]);
  expect(after.problems).toEqual([{ id: 'm', name: 'Ana', code: 'ALREADY', at: first }]);
});
