import { itemAfter, oldestOf } from './queue';

const items = (...ids: string[]) => ids.map((id) => ({ id }));

test('follows a decided item with the one that took its place, and the last item with the one before it', () => {
  expect(itemAfter(items('a', 'b', 'c'), items('a', 'c'), 'b')).toEqual({ id: 'c' });
  expect(itemAfter(items('a', 'b', 'c'), items('a', 'b'), 'c')).toEqual({ id: 'b' });
  expect(itemAfter(items('a'), [], 'a')).toBeUndefined();
});

test('finds the oldest item, whatever the order of the queue', () => {
  const dated = (...days: Array<string | null>) => ({
    items: days.map((since) => ({ id: '', title: '', details: [], since, to: '' })),
  });
  expect(oldestOf(dated('2026-11-03', null, '2026-11-01'))).toBe('2026-11-01');
  expect(oldestOf(dated(null))).toBeNull();
});
