import { limits, type Catalogue } from '@upstander/web-kit';
import { defineForm, type Rule, type FormTexts } from '../forms/form-of';
import { personRules } from '../forms/person';

const most = limits.SchoolTalk;

export const talkForm = defineForm({
  school: { most: most.school, label: ({ site }) => site.schools.school },
  city: { most: most.city, label: ({ site }) => site.schoolTalk.city },
  postcode: {
    most: most.postcode,
    fits: (typed: string) => /^\d{5}(-\d{4})?$/.test(typed),
    wrong: ({ site }) => site.schoolTalk.errors.postcodeWrong,
  },
  grades: {
    most: most.grades,
    label: ({ site }) => site.schoolTalk.grades,
    missing: ({ site }) => site.schoolTalk.errors.gradesMissing,
  },
  students: {
    missing: ({ site }) => site.schoolTalk.errors.studentsMissing,
    fits: (typed) => studentsIn(typed) !== null,
    wrong: ({ site }) => site.schoolTalk.errors.studentsWrong,
  },
  preferredDates: { most: most.preferredDates, label: ({ site }) => site.schoolTalk.dates },
  format: { at: 'in-person', missing: ({ site }) => site.schoolTalk.errors.formatMissing },
  talkLanguage: { at: 'en', missing: ({ site }) => site.schoolTalk.errors.languageMissing },
  message: { lines: true, most: most.message, label: ({ site }) => site.schoolTalk.message } satisfies Rule,
  ...personRules(most.name),
  role: {
    most: most.role,
    label: ({ site }) => site.schoolTalk.role,
    missing: ({ site }) => site.schoolTalk.errors.roleMissing,
  },
  phone: { most: 40, wrong: ({ site }) => site.errors.phoneWrong },
  chapter: {},
  entry: {},
  form: {},
});
export type TalkValues = FormTexts<typeof talkForm>;

export const formats = ['IN_PERSON', 'ONLINE', 'EITHER'] as const;
export const talkLanguages = ['EN', 'ES', 'BOTH'] as const;

/** Returns the matching choice, or null. */
export function choiceIn<Of extends string>(choices: readonly Of[], typed: string): Of | null {
  return choices.find((one) => one === typed) ?? null;
}

/** Returns the number of students, or null for anything but an integer in range. */
export function studentsIn(typed: string): number | null {
  const number = /^\d{1,3}(,?\d{3})?$/.test(typed) ? Number(typed.replace(',', '')) : 0;
  return number >= 1 && number <= 20_000 ? number : null;
}

export function talkErrors(values: TalkValues, words: Catalogue) {
  const { errors } = words.site.schoolTalk;
  const isTyped = values.entry === '';
  return talkForm.errors(values, words, {
    also: {
      school: isTyped && values.school === '' && words.site.schools.errors.schoolMissing,
      city: isTyped && values.city === '' && errors.cityMissing,
      format: choiceIn(formats, values.format) === null && errors.formatMissing,
      talkLanguage: choiceIn(talkLanguages, values.talkLanguage) === null && errors.languageMissing,
    },
  });
}
