import { merge } from './merge';

const initial = { title: 'Kits', place: 'Main St', shifts: [{ role: 'Packing', capacity: 4 }] };

test('takes a change that only one user made', () => {
  const mine = { ...initial, title: 'Care kits' };
  const theirs = { ...initial, place: 'Elm St' };
  expect(merge(initial, mine, theirs)).toEqual({
    values: { ...initial, title: 'Care kits', place: 'Elm St' },
    conflicts: [],
    taken: ['place'],
  });
});

test('reports a field both users changed and keeps the typed value', () => {
  const mine = { ...initial, title: 'Mine', shifts: [{ role: 'Packing', capacity: 5 }] };
  const theirs = { ...initial, title: 'Theirs', shifts: [{ role: 'Packing', capacity: 6 }] };
  const { values, conflicts } = merge(initial, mine, theirs);
  expect(values).toEqual(mine);
  expect(conflicts.map(({ field }) => field)).toEqual(['title', 'shifts']);
  expect(conflicts[0]).toEqual({ field: 'title', theirs: 'Theirs', mine: 'Mine' });
});

test('reports no conflict if both users made the same change', () => {
  const both = { ...initial, title: 'The same' };
  expect(merge(initial, both, both)).toEqual({ values: both, conflicts: [], taken: [] });
});
