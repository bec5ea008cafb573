import { returnPath } from './return-path.js';

test('returns to the requested screen after sign-in', () => {
  expect(returnPath('/events?when=past')).toBe('/events?when=past');
  expect(returnPath(null)).toBe('/');
});

test.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'events', '/sign-in?to=/'])(
  'ignores a target outside the app or a redirect loop: %s',
  (to) => expect(returnPath(to)).toBe('/'),
);
