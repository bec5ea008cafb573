import { catalogOf, limits, models, type Catalog } from '@upstander/web-kit';
import { defineForm, formKey, type ValuesOf } from '../forms/define-form';

export const askers = ['PARENT', 'TEACHER', 'STUDENT'] as const;

export const letterForm = defineForm(models.StartSchoolAskInput, ({ site }) => site.schools, {
  school: { required: false },
  city: {},
  letterEn: {},
  letterEs: {},
  letterSender: { missing: ({ site }) => site.schools.errors.byMissing },
  asker: { choices: askers, missing: ({ site }) => site.schools.errors.whoMissing },
  name: { max: limits.Ask.name },
  email: {},
  chapterId: {},
  entryId: {},
  solution: {},
  key: formKey,
});
export type LetterValues = ValuesOf<typeof letterForm>;

/** Uses a placeholder for a school that is typed later. */
export function templateIn(locale: 'en' | 'es', school: string | null, organization: string): string {
  const t = catalogOf(locale).site.schools;
  return t.template({ school: school ?? t.yourSchool, organization });
}

interface Sender {
  name: string;
  asker: LetterValues['asker'];
  /** Name of a school that was typed. */
  school: string;
}

/** Fills in the placeholders of a letter. */
export function signed(letter: string, locale: 'en' | 'es', sender: Sender): string {
  const t = catalogOf(locale).site.schools;
  return letter
    .replace(t.yourSchool, () => sender.school || t.yourSchool)
    .replace(t.yourName, () =>
      t.signed({ name: sender.name, who: sender.asker === 'PARENT' || sender.asker === '' ? 'other' : sender.asker }),
    );
}

export function letterErrors(values: LetterValues, words: Catalog) {
  const t = words.site.schools.errors;
  const also = {
    school: values.entryId === '' && values.school === '' && t.schoolMissing,
    letterEn: values.letterEn === '' && values.letterEs === '' && t.letterMissing,
  };
  return letterForm.errors(values, words, { also });
}
