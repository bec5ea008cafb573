import { problemOf } from './problems.js';

test.each([
  ['SHIFT_FULL', 409],
  ['NOT_FOUND', 404],
  ['INSUFFICIENT_SCOPE', 403],
  ['TOO_MANY_TRIES', 429],
  ['DATABASE_UNAVAILABLE', 503],
])('answers %s with %i and keeps its code', (code, status) => {
  const details = { retryAfterSeconds: 7 };
  expect(problemOf({ message: 'Why', extensions: { code, details } })).toEqual({
    code,
    status,
    detail: 'Why',
    retryAfterSeconds: 7,
  });
});

test('answers unknown errors with 500', () => {
  expect(problemOf({ message: 'Why' })).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', status: 500 });
});
