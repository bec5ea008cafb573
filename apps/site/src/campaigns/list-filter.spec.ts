import { listAddress, readFilter } from './list-filter';

test('reads the search and past filter back from the address', () => {
  for (const filter of [
    { text: '', past: false },
    { text: 'beds & bread', past: false },
    { text: 'año', past: true },
  ]) {
    expect(readFilter(new URL(listAddress(filter, 'abc'), 'http://x').searchParams)).toEqual(filter);
  }
  expect(listAddress({ text: '', past: false })).toBe('/fundraisers');
});

test('ignores invalid values', () => {
  expect(readFilter(new URLSearchParams('past=yes&text=%00%0a'))).toEqual({ text: '', past: false });
  expect(readFilter(new URLSearchParams(`text=${'x'.repeat(500)}`)).text).toHaveLength(100);
});
