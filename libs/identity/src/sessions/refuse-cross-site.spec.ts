import { navigationOrigin } from './refuse-cross-site.js';

const home = 'https://volunteer.example.org';

test.each([
  [{ 'sec-fetch-site': 'same-origin' }, 'here'],
  [{ 'sec-fetch-site': 'cross-site', origin: home }, 'elsewhere'],
  [{ 'sec-fetch-site': 'same-site' }, 'elsewhere'],
  [{ 'sec-fetch-site': 'none' }, 'elsewhere'],
  [{ origin: home }, 'here'],
  [{ origin: 'https://evil.example' }, 'elsewhere'],
  [{ origin: 'http://volunteer.example.org.evil.example' }, 'elsewhere'],
  [{ origin: 'null' }, 'elsewhere'],
  [{ origin: 'http://127.0.0.1:4000', host: '127.0.0.1:4000' }, 'here'],
  [{ origin: 'http://127.0.0.1:5000', host: '127.0.0.1:4000' }, 'elsewhere'],
  [{ host: 'volunteer.example.org' }, 'unsaid'],
])('classifies the origin of %j as %s', (headers, expected) => {
  expect(navigationOrigin(headers, home)).toBe(expected);
});
