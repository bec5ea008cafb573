import { suggestPassphrase } from './suggest-passphrase';

test('suggests seven pronounceable words', () => {
  expect(suggestPassphrase()).toMatch(/^([bdfgklmnprst][aeiou][bdfgklmnprst][aeiou] ?){7}$/);
});

test('draws every syllable with equal probability', () => {
  const seen = new Map<string, number>();
  for (let round = 0; round < 1_000; round += 1) {
    for (const syllable of suggestPassphrase().replaceAll(' ', '').match(/../g) ?? []) {
      seen.set(syllable, (seen.get(syllable) ?? 0) + 1);
    }
  }
  // 14,000 syllables of 60 kinds: 233 of each, within six standard deviations.
  expect(seen.size).toBe(60);
  expect(Math.min(...seen.values())).toBeGreaterThan(140);
  expect(Math.max(...seen.values())).toBeLessThan(330);
});
