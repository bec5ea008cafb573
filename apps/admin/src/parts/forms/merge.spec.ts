import { merge } from './merge';

const initial = { title: 'Kits', place: 'Main St', shifts: [{ role: 'Packing', capacity: 4 }] };

test('what only one of two people changed stays changed', () => {
  const mine = { ...initial, title: 'Care kits' };
  const theirs = { ...initial, place: 'Elm St' };
  expect(merge(initial, mine, theirs)).toEqual({
    values: { ...initial, title: 'Care kits', place: 'Elm St' },
    conflicts: [],
    taken: ['place'],
  });
});

test('what both changed differently keeps what was typed, and shows both', () => {
  const mine = { ...initial, title: 'Mine', shifts: [{ role: 'Packing', capacity: 5 }] };
  const theirs = { ...initial, title: 'Theirs', shifts: [{ role: 'Packing', capacity: 6 }] };
  const { values, conflicts } = merge(initial, mine, theirs);
  expect(values).toEqual(mine);
  expect(conflicts.map(({ field }) => field)).toEqual(['title', 'shifts']);
  expect(conflicts[0]).toEqual({ field: 'title', theirs: 'Theirs', mine: 'Mine' });
});

test('what both changed alike is no conflict', () => {
  const both = { ...initial, title: 'The same' };
  expect(merge(initial, both, both)).toEqual({ values: both, conflicts: [], taken: [] });
});
