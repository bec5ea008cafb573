import { variablesOf } from './business-filters';

const asked = (values: Record<string, string>) => variablesOf((name) => values[name] ?? '', '2026-11-25');

test('first comes what waits, renewals as well, whoever waits longest before the others', () => {
  expect(asked({})).toEqual({
    filter: { waiting: true },
    sort: 'OLDEST',
    first: 20,
    after: null,
  });
});

test('the years that end soon are those of approved businesses within sixty days', () => {
  expect(asked({ view: 'ending' })).toMatchObject({
    filter: { status: ['APPROVED'], endingBefore: '2027-01-24' },
    sort: 'ENDING',
  });
});

test('words are looked for in the chosen view', () => {
  expect(asked({ view: 'all', text: ' bakery ' }).filter).toEqual({ search: 'bakery' });
});

test('a view that is none is the first one', () => {
  expect(asked({ view: 'toString' })).toEqual(asked({}));
});
