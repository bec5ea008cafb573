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

test('names the parameter of a value with the wrong type, without the names of GraphQL', () => {
  const message = `Variable "$filter" got an invalid value "2026" at "filter.from"; Not a DateTime: an instant such as 2026-12-05T17:00:00Z.`;
  expect(problemOf({ message, extensions: { code: 'BAD_USER_INPUT' } })).toMatchObject({
    status: 422,
    detail: 'from: Not a DateTime: an instant such as 2026-12-05T17:00:00Z.',
    fields: { from: 'malformed' },
  });
});
