import { searchSynonyms, withSynonyms } from './synonyms.js';

searchSynonyms.define({ counsel: ['counsel', 'barrister', 'legal advice', 'letrado'] });

test('adds synonyms as alternatives with the rest of the search', () => {
  expect(withSynonyms('Barrister near me')).toBe(
    'Barrister near me or counsel near me or barrister near me or legal advice near me or letrado near me',
  );
});

test('matches phrases and words regardless of accents and case, and leaves other and quoted searches unchanged', () => {
  expect(withSynonyms('free LEGAL ADVICE')).toContain('or free letrado');
  expect(withSynonyms('counselor')).toBe('counselor');
  expect(withSynonyms('"legal advice"')).toBe('"legal advice"');
});
