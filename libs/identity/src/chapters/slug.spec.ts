import { slugOf } from './slug.js';

test.each([
  ['Los Ángeles', 'los-angeles'],
  ['  San Francisco & the Bay  ', 'san-francisco-the-bay'],
  ['***', 'chapter'],
  ['x'.repeat(80), 'x'.repeat(60)],
])('turns "%s" into the slug "%s"', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
