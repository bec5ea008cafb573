import { adminHostFaults, Applications } from './applications.js';

const PUBLIC_URL = 'https://volunteer.example.org';
const ADMIN_URL = 'https://admin.volunteer.example.org';

describe('Applications', () => {
  test.each([
    ['admin.volunteer.example.org', 'admin'],
    ['ADMIN.volunteer.example.org', 'admin'],
    ['admin.volunteer.example.org:443', 'admin'],
    ['admin.volunteer.example.org:8443', 'site'],
    ['volunteer.example.org', 'site'],
    ['localhost:3000', 'site'],
    ['not a host', 'site'],
    [undefined, 'site'],
  ])('%s is the host of the %s', (host, application) => {
    expect(new Applications({ PUBLIC_URL, ADMIN_URL }).applicationFor(host)).toBe(application);
  });

  test('are one without ADMIN_URL', () => {
    expect(new Applications({ PUBLIC_URL }).applicationFor('admin.volunteer.example.org')).toBe('both');
  });
});

test.each([
  [undefined, []],
  [ADMIN_URL, []],
  ['https://volunteer.example.org:8443', [expect.stringContaining('ADMIN_URL has the host of PUBLIC_URL')]],
  ['http://admin.volunteer.example.org', [expect.stringContaining('must both begin with https://')]],
])('ADMIN_URL %s has the faults %j', (url, faults) => {
  expect(adminHostFaults({ PUBLIC_URL, ADMIN_URL: url })).toEqual(faults);
});
