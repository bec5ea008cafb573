import { namesakes } from './kiosk-names.js';
import type { Attendee } from './queries';

const somebody = (id: string, name: string, status: Attendee['status'] = 'CONFIRMED'): Attendee => ({
  ...{ id, name, status, shiftId: 's', checkedInAt: null, checkedOutAt: null, lastMarkId: null, doorCode: '' },
});
const people = [somebody('a', 'José O’Brien-Díaz'), somebody('b', 'Bea Ruiz')];
const found = (typed: string, list = people) => namesakes(list, typed).map(({ id }) => id);

test('a whole name is found without its accents, capitals and hyphens; a part of one finds nobody', () => {
  expect(found(" jose o'brien diaz ")).toEqual(['a']);
  for (const part of ['', ' ', '-', 'jose', 'ruiz', 'bea r', '%']) expect(found(part)).toEqual([]);
});

test('whoever has two shifts is asked which, and of those that are done nothing is asked', () => {
  const twice = [somebody('c', 'Ana Mora'), somebody('d', 'Ana Mora')];
  expect(found('Ana Mora', twice)).toEqual(['c', 'd']);
  expect(found('Ana Mora', [somebody('c', 'Ana Mora', 'COMPLETED'), twice[1]!])).toEqual(['d']);
  expect(found('Ana Mora', [somebody('c', 'Ana Mora', 'COMPLETED'), somebody('d', 'Ana Mora', 'CHECKED_IN')])).toEqual([
    'c',
  ]);
});
