import { apiFilter, foldedCount, isFiltered, listAddress, nearOf, readFilter } from './filter';

const read = (query: string) => readFilter(new URLSearchParams(query));
const today = '2026-12-02';

test('sends no filter for an empty form', () => {
  const values = read('text=&from=&to=&chapter=&place=&where=&language=');
  expect(apiFilter(values, today)).toEqual({});
  expect(isFiltered(values)).toBe(false);
  expect(listAddress(values)).toBe('/events');
});

test('sends every field of the form to the API', () => {
  const values = read(
    'text=kitchen&from=2026-12-01&to=2026-12-31&chapter=los-angeles&place=7th&where=online&language=es&free=1',
  );
  expect(apiFilter(values, today)).toEqual({
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
  expect(apiFilter(values, today)).toEqual({ thisWeekend: true });
  expect(nearOf(values)).toEqual({ postcode: '90012', miles: 50 });
  expect(listAddress(values)).toBe('/events?weekend=1&postcode=90012&miles=50');
  expect(listAddress(read('postcode=90012&miles=7'))).toBe('/events?postcode=90012');
  expect(listAddress(read('miles=50'))).toBe('/events');
  expect(nearOf(read('miles=50'))).toBeNull();
  expect(listAddress(read('weekend=1&from=2026-12-01'))).toBe('/events?from=2026-12-01');
});

test('filters by weekday, and by the week until Sunday', () => {
  expect(apiFilter(read('weekday=6'), today)).toEqual({ weekday: 6 });
  expect(apiFilter(read('weekday=8'), today)).toEqual({});
  const week = read('week=1&weekday=7');
  expect(apiFilter(week, today)).toEqual({ to: '2026-12-06', weekday: 7 });
  expect(apiFilter(week, '2026-12-06')).toMatchObject({ to: '2026-12-06' });
  expect(apiFilter(week, '2026-12-07')).toMatchObject({ to: '2026-12-13' });
  expect(listAddress(week)).toBe('/events?week=1&weekday=7');
  expect(listAddress(read('week=1&to=2026-12-03'))).toBe('/events?to=2026-12-03');
});

test('unfolds fields only for filters that are not visible otherwise', () => {
  expect(foldedCount(read('postcode=90012&week=1&weekday=6&where=online'))).toBe(0);
  expect(foldedCount(read('miles=50'))).toBe(0);
  expect(foldedCount(read('postcode=90012&miles=50&weekday=3&where=person&text=kits&free=1'))).toBe(5);
});

test('ignores invalid values instead of failing', () => {
  expect(apiFilter(read('from=2026-02-30&to=soon&where=moon&language=<b>&text=%00%0a'), today)).toEqual({});
  expect(apiFilter(read('where=person'), today)).toEqual({ remote: false });
  expect(read(`text=${'x'.repeat(500)}`).text).toHaveLength(100);
});
