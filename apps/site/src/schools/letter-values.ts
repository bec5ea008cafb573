import { catalogueOf, limits, type Catalogue } from '@upstander/web-kit';
import { defineForm, type Rule, type FormTexts } from '../forms/form-of';
import { personRules } from '../forms/person';

export const letterRule = (name: 'letterEn' | 'letterEs') =>
  ({ lines: true, most: limits.Ask[name], label: ({ site }) => site.schools[name] }) satisfies Rule;

export const letterForm = defineForm({
  school: { most: limits.Ask.school, label: ({ site }) => site.schools.school },
  city: { most: limits.Ask.city, label: ({ site }) => site.schools.city },
  letterEn: letterRule('letterEn'),
  letterEs: letterRule('letterEs'),
  letterBy: { at: 'us', missing: ({ site }) => site.schools.errors.byMissing },
  asker: { at: 'parent', missing: ({ site }) => site.schools.errors.whoMissing },
  ...personRules(limits.Ask.name),
  chapter: {},
  entry: {},
  key: {},
});
export type LetterValues = FormTexts<typeof letterForm>;

export const askerKinds = ['PARENT', 'TEACHER', 'STUDENT'] as const;
export type Asker = (typeof askerKinds)[number];
export const parseAskerKind = (typed: string): Asker | null => askerKinds.find((one) => one === typed) ?? null;
export const senderOf = (typed: string): 'US' | 'SELF' | null => (typed === 'US' || typed === 'SELF' ? typed : null);

/** Returns the letter template in one language, with a placeholder for a school that is typed later. */
export function templateIn(locale: 'en' | 'es', school: string | null, organization: string): string {
  const t = catalogueOf(locale).site.schools;
  return t.template({ school: school ?? t.yourSchool, organization });
}

interface Sender {
  name: string;
  asker: Asker;
  /** Name of a school that was typed. */
  school: string;
}

/** Fills the sender's name and role and a typed school into the placeholders of a letter. */
export function signed(letter: string, locale: 'en' | 'es', sender: Sender): string {
  const t = catalogueOf(locale).site.schools;
  return letter
    .replace(t.yourSchool, () => sender.school || t.yourSchool)
    .replace(t.yourName, () =>
      t.signed({ name: sender.name, who: sender.asker === 'PARENT' ? 'other' : sender.asker }),
    );
}

/** Returns the errors in the order of the page. */
export function letterErrors(values: LetterValues, words: Catalogue) {
  const t = words.site.schools.errors;
  const also = {
    school: values.entry === '' && values.school === '' && t.schoolMissing,
    letterEn: values.letterEn === '' && values.letterEs === '' && t.letterMissing,
    letterBy: senderOf(values.letterBy) === null && t.byMissing,
    asker: parseAskerKind(values.asker) === null && t.whoMissing,
  };
  return letterForm.errors(values, words, { also });
}
