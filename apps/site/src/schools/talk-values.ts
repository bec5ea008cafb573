import { models, type Catalog } from '@upstander/web-kit';
import { defineForm, type ValuesOf } from '../forms/define-form';

export const talkForm = defineForm(models.RequestSchoolTalkInput, ({ site }) => site.schoolTalk, {
  school: { required: false, label: ({ site }) => site.schools.school },
  city: { required: false },
  postcode: { fits: (typed) => /^\d{5}(-\d{4})?$/.test(typed) },
  grades: {},
  students: {},
  preferredDates: { label: ({ site }) => site.schoolTalk.dates },
  format: {},
  talkLanguage: { missing: ({ site }) => site.schoolTalk.errors.languageMissing },
  message: {},
  name: {},
  email: {},
  role: {},
  phone: {},
  chapterId: {},
  entryId: {},
  form: {},
  website: {},
  solution: {},
});
export type TalkValues = ValuesOf<typeof talkForm>;

export function talkErrors(values: TalkValues, words: Catalog) {
  const isTyped = values.entryId === '';
  const also = {
    school: isTyped && values.school === '' && words.site.schools.errors.schoolMissing,
    city: isTyped && values.city === '' && words.site.schoolTalk.errors.cityMissing,
  };
  return talkForm.errors(values, words, { also });
}
