import { absentIfCame, membersOf } from './group-members.js';

const party = { guests: 4, minorGuests: 2, guestNames: ['Ada', '', '', 'Mr. Kim'], absentGuests: [] };

test('lists named members and placeholders, minors first', () => {
  expect(
    membersOf({ ...party, absentGuests: [4] }).map(({ name, isMinor, isAbsent }) => [name, isMinor, isAbsent]),
  ).toEqual([
    ['Ada', true, false],
    ['', true, false],
    ['', false, false],
    ['Mr. Kim', false, true],
  ]);
});

test('marks unnamed members as absent first, and keeps those already marked', () => {
  expect(absentIfCame(party, 5)).toEqual([]);
  expect(absentIfCame(party, 3)).toEqual([2, 3]);
  expect(absentIfCame({ ...party, absentGuests: [1] }, 3)).toEqual([1, 3]);
  expect(absentIfCame(party, 1)).toEqual([1, 2, 3, 4]);
  expect(absentIfCame(party, 9)).toEqual([]);
});
