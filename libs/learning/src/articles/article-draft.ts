import { badInput, isDay, readInput, refuseFaults, type Faults } from '@upstander/platform';
import { isDeepStrictEqual } from 'node:util';
import { ArticleInput, ArticleSourceInput, ArticleTextInput } from './article.input.js';
import type { ArticleVersion, TextOf } from './article-version.entity.js';
import { revealsTopic } from './revealing-words.js';

export type ArticleDraft = Pick<ArticleVersion, 'audience' | 'reviewBy' | 'reviewedBy' | 'sources' | 'texts'>;

const maxSources = 20;
const lines = ['title', 'summary', 'note', 'body'] as const;

/**
 * The draft may be incomplete.
 * @throws Refusal BAD_INPUT with every field
 */
export function readDraft(input: ArticleInput): ArticleDraft {
  const { values, faults } = readInput(ArticleInput, input);
  if (input.sources.length > maxSources) throw badInput({ sources: 'too-many' });
  const sources = input.sources.map((source, at) => {
    const result = readInput(ArticleSourceInput, source);
    Object.assign(faults, prefixFaults(`sources.${at}`, result.faults));
    return result.values;
  });
  const texts = { en: textFrom(input.en, 'en', faults), es: textFrom(input.es, 'es', faults) };
  refuseFaults(faults);
  return { ...values, sources, texts };
}

function textFrom(input: ArticleTextInput, locale: 'en' | 'es', faults: Faults): TextOf {
  const result = readInput(ArticleTextInput, input);
  Object.assign(faults, prefixFaults(locale, result.faults));
  if (revealsTopic(result.values.title)) faults[`${locale}.title`] = 'tells-too-much';
  return result.values;
}

function prefixFaults(at: string, faults: Faults): Faults {
  return Object.fromEntries(Object.entries(faults).map(([name, fault]) => [`${at}.${name}`, fault]));
}

/** @throws Refusal BAD_INPUT with every field */
export function requireComplete(draft: ArticleDraft, today: string): void {
  const faults: Faults = {};
  if (draft.sources.length === 0) faults['sources'] = 'required';
  if (!isDay(draft.reviewBy) || draft.reviewBy <= today) faults['reviewBy'] = 'in-the-past';
  for (const locale of ['en', 'es'] as const) {
    for (const line of lines) if (draft.texts[locale][line] === '') faults[`${locale}.${line}`] = 'required';
  }
  refuseFaults(faults);
}

/**
 * True if the Spanish matches the English: confirmed now, or confirmed before and the English is unchanged. Editing
 * only the Spanish confirms nothing; a person has to compare them.
 */
export function isTranslationCurrent(
  draft: ArticleDraft,
  confirmed: boolean,
  before: Pick<ArticleVersion, 'texts' | 'isSpanishCurrent'> | null,
): boolean {
  if (lines.some((line) => draft.texts.es[line] === '')) return false;
  if (confirmed) return true;
  return before !== null && before.isSpanishCurrent && isDeepStrictEqual(before.texts.en, draft.texts.en);
}

export function isSame(one: ArticleDraft, other: ArticleDraft): boolean {
  return (['audience', 'reviewBy', 'reviewedBy', 'sources', 'texts'] as const).every((name) =>
    isDeepStrictEqual(one[name], other[name]),
  );
}
