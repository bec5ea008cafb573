import { returnTo, signInPath } from './return-to';

test('after signing in the way leads to a page for businesses, and nowhere else', () => {
  expect(returnTo('/business/3f1c-9/opportunities')).toBe('/business/3f1c-9/opportunities');
  for (const elsewhere of [
    null,
    '',
    '/events',
    '//evil.example',
    '/business/../admin',
    '/businesses',
    '/business//evil',
  ]) {
    expect(returnTo(elsewhere)).toBe('/business/home');
  }
});

test('the address of the sign-in page says where to go on, unless that is home', () => {
  expect(signInPath('/business/7/opportunities')).toBe('/business/sign-in?to=%2Fbusiness%2F7%2Fopportunities');
  expect(signInPath('/business/home', '/business/sign-in/code')).toBe('/business/sign-in/code');
});
