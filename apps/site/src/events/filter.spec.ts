import { apiFilter, isFiltered, listAddress, readFilter } from './filter';

const read = (query: string) => readFilter(new URLSearchParams(query));

test('an empty form asks for everything', () => {
  const values = read('text=&from=&to=&chapter=&place=&where=&language=');
  expect(apiFilter(values)).toEqual({});
  expect(isFiltered(values)).toBe(false);
  expect(listAddress(values)).toBe('/events');
});

test('every field of the form reaches the API', () => {
  const values = read(
    'text=kitchen&from=2026-12-01&to=2026-12-31&chapter=los-angeles&place=7th&where=online&language=es&free=1',
  );
  expect(apiFilter(values)).toEqual({
    text: 'kitchen',
    from: '2026-12-01',
    to: '2026-12-31',
    chapter: 'los-angeles',
    place: '7th',
    remote: true,
    language: 'es',
    hasFreePlaces: true,
  });
  expect(readFilter(new URL(listAddress(values, 'abc'), 'http://x').searchParams)).toEqual(values);
});

test('what cannot be meant is left out, never an error page', () => {
  expect(apiFilter(read('from=2026-02-30&to=soon&where=moon&language=<b>&text=%00%0a'))).toEqual({});
  expect(apiFilter(read('where=person'))).toEqual({ remote: false });
  expect(read(`text=${'x'.repeat(500)}`).text).toHaveLength(100);
});
