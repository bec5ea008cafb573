import { returnPath } from './return-path.js';

test('after signing in one returns to the screen one wanted', () => {
  expect(returnPath('/events?when=past')).toBe('/events?when=past');
  expect(returnPath(null)).toBe('/');
});

test.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'events', '/sign-in?to=/'])(
  '%s does not lead away from the desk or in a circle',
  (to) => expect(returnPath(to)).toBe('/'),
);
