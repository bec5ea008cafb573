import type { Locale } from '@upstander/web-kit';

/** Common short words that exist in only one of the two languages. */
const words: Record<Locale, ReadonlySet<string>> = {
  en: new Set(
    'the and of to for with is are was has have she he they her his their that this who can from at on it been wants works'.split(
      ' ',
    ),
  ),
  es: new Set(
    'el la los las y de del para con es son fue ha tiene que quien puede desde en un una por se su habla quiere años trabaja sin lo'.split(
      ' ',
    ),
  ),
};

/** Returns undefined if the language is unclear. Screen readers then use the right voice (WCAG 2.2 3.1.2). */
export function writtenLanguage(text: string): Locale | undefined {
  const submittedValues = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (language: Locale) => submittedValues.filter((word) => words[language].has(word)).length;
  const [en, es] = [count('en'), count('es') + (/[ñ¿¡]/.test(text) ? 1 : 0)];
  if (en >= 2 && en > es * 2) return 'en';
  return es >= 2 && es > en * 2 ? 'es' : undefined;
}
