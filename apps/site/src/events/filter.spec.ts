import { apiFilter, isFiltered, listAddress, nearOf, readFilter } from './filter';

const read = (query: string) => readFilter(new URLSearchParams(query));

test('sends no filter for an empty form', () => {
  const values = read('text=&from=&to=&chapter=&place=&where=&language=');
  expect(apiFilter(values)).toEqual({});
  expect(isFiltered(values)).toBe(false);
  expect(listAddress(values)).toBe('/events');
});

test('sends every field of the form to the API', () => {
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

test('keeps the weekend, place and distance in the address, and prefers a given date to the weekend', () => {
  const values = read('weekend=1&postcode=90012&miles=50');
  expect(apiFilter(values)).toEqual({ thisWeekend: true });
  expect(nearOf(values)).toEqual({ postcode: '90012', miles: 50 });
  expect(listAddress(values)).toBe('/events?weekend=1&postcode=90012&miles=50');
  expect(listAddress(read('postcode=90012&miles=7'))).toBe('/events?postcode=90012');
  expect(listAddress(read('miles=50'))).toBe('/events');
  expect(nearOf(read('miles=50'))).toBeNull();
  expect(listAddress(read('weekend=1&from=2026-12-01'))).toBe('/events?from=2026-12-01');
});

test('ignores invalid values instead of failing', () => {
  expect(apiFilter(read('from=2026-02-30&to=soon&where=moon&language=<b>&text=%00%0a'))).toEqual({});
  expect(apiFilter(read('where=person'))).toEqual({ remote: false });
  expect(read(`text=${'x'.repeat(500)}`).text).toHaveLength(100);
});
