import { variablesOf, viewOf } from './fundraiser-filters.js';

const reader = (values: Record<string, string>) => (name: string) => values[name] ?? '';

test('what is open is shown first, the newest on top', () => {
  expect(variablesOf(reader({}))).toEqual({
    filter: {},
    status: ['LIVE', 'PAUSED'],
    sort: 'NEWEST',
    first: 20,
    after: null,
  });
});

test('who waits longest for a review is first in line, unless another order was chosen', () => {
  expect(variablesOf(reader({ view: 'review' })).sort).toBe('OLDEST');
  expect(variablesOf(reader({ view: 'review', sort: 'newest' })).sort).toBe('NEWEST');
});

test('all means every state, and an unknown view is the first one', () => {
  expect(variablesOf(reader({ view: 'all', text: ' safe ', chapter: 'c1' }))).toMatchObject({
    filter: { text: 'safe', chapterId: 'c1' },
    status: null,
  });
  expect(viewOf('toString')).toBe('open');
});
