import { signInFile, signInInstead } from './sign-in-page.js';

test('redirects visitors without a session to the sign-in page and back afterward', () => {
  expect(signInInstead('/', {})).toBe('/admin/sign-in');
  expect(signInInstead('/events?view=past', { cookie: 'lang=es; device=x' })).toBe(
    '/admin/sign-in?to=%2Fevents%3Fview%3Dpast',
  );
  expect(signInInstead('/events', { cookie: 'lang=es; session=abc' })).toBeNull();
  expect(signInInstead('/events', { cookie: '__Host-session=abc' })).toBeNull();
});

test.each(['/sign-in', '/sign-in?to=%2Fevents', '/assets/index-1.js', '/icon.svg'])(
  'serves %s without a session',
  (path) => expect(signInInstead(path, {})).toBeNull(),
);

test.each([
  ['en-password', '', {}],
  ['es-password', '', { 'accept-language': 'es-US,es;q=0.9,en;q=0.8' }],
  ['en-password', '', { 'accept-language': 'fr, es;q=0.4, en;q=0.5' }],
  ['en-ended', '?to=%2F&ended=1', { 'accept-language': 'es', cookie: '__Host-lang=en' }],
  ['es-second-step', '?step=second-step&ended=1', { cookie: 'device=a; lang=es' }],
  ['en-setup', '?step=setup', { 'accept-language': ';;q=,' }],
  ['en-password', '?step=../../x', { cookie: 'lang=../x' }],
])('serves the page %s for %s %o', (file, query, headers) => {
  expect(signInFile(`/sign-in${query}`, headers)).toBe(`/sign-in/${file}.html`);
  expect(signInFile(`/sign-in-not${query}`, headers)).toBeNull();
});
