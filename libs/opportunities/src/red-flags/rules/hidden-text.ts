import type { RedFlagRule } from '../rule.js';
import { excerptOf } from '../text/excerpt.js';

/** Characters that nobody sees, or that turn the direction of writing: nobody types them by chance. */
export const hiddenCharacters: RedFlagRule = {
  name: 'HIDDEN_CHARACTERS',
  find: ({ texts }) =>
    [...texts].flatMap(([field, { raw, hidden }]) =>
      hidden[0] ? [{ field, excerpt: excerptOf(raw, hidden[0]) }] : [],
    ),
};

/** Words with letters of another alphabet among their own, or in letters dressed up as others. */
export const lookalikeLetters: RedFlagRule = {
  name: 'LOOKALIKE_LETTERS',
  find: ({ texts }) =>
    [...texts].flatMap(([field, { raw, disguised }]) =>
      disguised[0] ? [{ field, excerpt: excerptOf(raw, disguised[0]) }] : [],
    ),
};
