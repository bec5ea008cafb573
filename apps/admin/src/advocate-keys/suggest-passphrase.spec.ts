import { suggestPassphrase } from './suggest-passphrase';

test('a suggestion is seven words that can be said', () => {
  expect(suggestPassphrase()).toMatch(/^([bdfgklmnprst][aeiou][bdfgklmnprst][aeiou] ?){7}$/);
});

test('no syllable is more likely than another', () => {
  const seen = new Map<string, number>();
  for (let round = 0; round < 1_000; round += 1) {
    for (const syllable of suggestPassphrase().replaceAll(' ', '').match(/../g) ?? []) {
      seen.set(syllable, (seen.get(syllable) ?? 0) + 1);
    }
  }
  // 14,000 syllables of 60 kinds: 233 of each, give or take six standard deviations.
  expect(seen.size).toBe(60);
  expect(Math.min(...seen.values())).toBeGreaterThan(140);
  expect(Math.max(...seen.values())).toBeLessThan(330);
});
