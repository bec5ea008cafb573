import { variablesOf } from './opportunity-filters';

const asked = (values: Record<string, string>) => variablesOf((name) => values[name] ?? '').filter;

test('first comes what waits for a moderator', () => {
  expect(asked({})).toEqual({ status: ['IN_REVIEW'] });
});

test('everything said must hold', () => {
  expect(asked({ view: 'all', kind: 'JOB', flagged: 'yes', business: 'b1', text: ' night ' })).toEqual({
    kind: ['JOB'],
    flagged: true,
    businessId: 'b1',
    search: 'night',
  });
  expect(asked({ view: 'all', flagged: 'no' })).toEqual({ flagged: false });
});

test('what is no choice is left out', () => {
  expect(asked({ view: 'nonsense', kind: 'GIG', flagged: 'perhaps' })).toEqual({ status: ['IN_REVIEW'] });
});
