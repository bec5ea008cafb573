import type { RedFlagRule } from './rule.js';
import { excerptOf } from '../text/excerpt.js';

/** Invisible characters and direction overrides, which no one types by accident. */
export const hiddenCharacters: RedFlagRule = {
  name: 'HIDDEN_CHARACTERS',
  find: ({ texts }) =>
    [...texts].flatMap(([field, { raw, hidden }]) =>
      hidden[0] ? [{ field, excerpt: excerptOf(raw, hidden[0]) }] : [],
    ),
};

/** Words that mix in letters of another alphabet or use styled letters. */
export const lookalikeLetters: RedFlagRule = {
  name: 'LOOKALIKE_LETTERS',
  find: ({ texts }) =>
    [...texts].flatMap(([field, { raw, disguised }]) =>
      disguised[0] ? [{ field, excerpt: excerptOf(raw, disguised[0]) }] : [],
    ),
};
