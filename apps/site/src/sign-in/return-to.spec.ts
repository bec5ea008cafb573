import { homeOf } from './home-of';
import { returnTo, signInPath } from './return-to';

test('after signing in the way leads to a page for people who are signed in, and nowhere else', () => {
  for (const own of ['/account', `/here/${'a'.repeat(46)}`, '/business/home', '/business/3f1c-9/opportunities'])
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

test('the address of the sign-in page says where to go on', () => {
  expect(signInPath('/business/7/opportunities')).toBe('/sign-in?to=%2Fbusiness%2F7%2Fopportunities');
  expect(signInPath(null, '/sign-in/code')).toBe('/sign-in/code');
});

test.each([
  [['VOLUNTEER'], '/account'],
  [[], '/account'],
  [['BUSINESS', 'VOLUNTEER'], '/business/home'],
  [['ORGANIZER', 'BUSINESS'], '/admin'],
  [['ADVOCATE'], '/admin'],
] as const)('who has the roles %j is at home at %s', (roles, home) => {
  expect(homeOf(roles.map((role) => ({ role })))).toBe(home);
});
