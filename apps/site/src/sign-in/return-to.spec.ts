import { homePathOf } from './home-path';
import { returnTo, signInPath } from './return-to';

test('accepts only pages for signed-in users as the next page', () => {
  for (const own of [
    '/account',
    '/account/hours',
    `/here/${'a'.repeat(46)}`,
    '/business/home',
    '/business/3f1c-9/opportunities',
  ])
    expect(returnTo(own)).toBe(own);
  for (const elsewhere of [
    null,
    '',
    '/events',
    '//evil.example',
    '/account/../admin',
    '/business/../admin',
    '/businesses',
    '/business//evil',
  ]) {
    expect(returnTo(elsewhere)).toBeNull();
  }
});

test('adds the next page to the sign-in address', () => {
  expect(signInPath('/business/7/opportunities')).toBe('/sign-in?to=%2Fbusiness%2F7%2Fopportunities');
  expect(signInPath(null, '/sign-in/code')).toBe('/sign-in/code');
});

test.each([
  [['VOLUNTEER'], '/account'],
  [[], '/account'],
  [['BUSINESS', 'VOLUNTEER'], '/business/home'],
  [['ORGANIZER', 'BUSINESS'], '/admin'],
  [['ADVOCATE'], '/admin'],
] as const)('sends users with the roles %j to %s', (roles, home) => {
  expect(homePathOf({ grants: roles.map((role) => ({ role })), customGrants: [], coOrganizedIds: [] })).toBe(home);
});
