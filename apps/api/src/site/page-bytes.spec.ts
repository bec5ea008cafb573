import { acceptedEncodings, encodingFor } from './page-bytes.js';

test.each([
  [undefined, 'identity'],
  ['gzip, br', 'br'],
  ['gzip', 'gzip'],
  ['gzip;q=0, br;q=0', 'identity'],
  ['br;q=0, gzip', 'gzip'],
  ['br; q=0.000, gzip;q=0.1', 'gzip'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['br;q=0, *', 'gzip'],
  ['GZIP', 'gzip'],
  ['identity', 'identity'],
])('answers Accept-Encoding %j with %s', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding);
});

test('lists the accepted encodings for the file server', () => {
  expect([acceptedEncodings('br;q=0, gzip'), acceptedEncodings('br, gzip')]).toEqual(['gzip', 'br, gzip']);
});
