import { apiFilter, isFiltered, listAddress, readFilter } from './filter';

const read = (query: string) => readFilter(new URLSearchParams(query));

test('reads a filter from an address and writes the same address', () => {
  const values = read('text=cook&kind=JOB&place=Fresno&remote=1&fits=NO_ID&fits=PAID_TRAINING');
  expect(apiFilter(values)).toEqual({
    search: 'cook',
    kind: ['JOB'],
    place: 'Fresno',
    remote: true,
    barriers: ['NO_ID', 'PAID_TRAINING'],
  });
  expect(read(listAddress(values).split('?')[1] ?? '')).toEqual(values);
});

test('ignores invalid values', () => {
  const values = read(`kind=SPY&fits=NO_SUCH&remote=yes&text=%00%0a&place=${'x'.repeat(300)}`);
  expect(values).toEqual({ text: '', kind: '', place: 'x'.repeat(100), remote: false, barriers: [] });
});

test('uses the plain address for an empty filter', () => {
  expect(listAddress(read(''))).toBe('/opportunities');
  expect(isFiltered(read(''))).toBe(false);
  expect(listAddress(read(''), 'abc')).toBe('/opportunities?after=abc');
});
