import { isNotModified } from './conditional-requests.js';

const etag = 'W/"abc"';
const lastModified = new Date('2026-11-30T12:00:00.750Z');

test.each([
  [{ 'if-none-match': 'W/"abc"' }, true],
  [{ 'if-none-match': '"abc"' }, true],
  [{ 'if-none-match': '"x,y", "abc"' }, true],
  [{ 'if-none-match': '*' }, true],
  [{ 'if-none-match': '"abcd"' }, false],
  [{ 'if-none-match': 'abc' }, false],
  [{ 'if-modified-since': 'Mon, 30 Nov 2026 12:00:00 GMT' }, true],
  [{ 'if-modified-since': 'Mon, 30 Nov 2026 11:59:59 GMT' }, false],
  [{ 'if-modified-since': 'yesterday' }, false],
  [{ 'if-none-match': '"old"', 'if-modified-since': 'Mon, 30 Nov 2026 12:00:00 GMT' }, false],
  [{}, false],
])('compares validators by RFC 9110: %j', (headers, expected) => {
  expect(isNotModified(headers, { etag, lastModified })).toBe(expected);
});
