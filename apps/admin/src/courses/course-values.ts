import { formValues, inputFromForm, models, type FormValues } from '@upstander/web-kit';
import { formOnly, without } from '../parts/forms/form-only-fields';
import type { Course, CourseInput } from './queries';

/** Only a new course has a slug. */
export const courseModel = { ...models.CourseInput, slug: { ...formOnly.text, max: 60 } } as const;
export type CourseFormValues = FormValues<typeof courseModel>;
type LessonValues = CourseFormValues['lessons'][number];
export type QuestionValues = LessonValues['questions'][number];

export const courseDraft = { name: 'course', version: 3 };

export function newLesson(articleId: string): LessonValues {
  return { articleId, questions: [newQuestion()], key: articleId };
}

export function newQuestion(): QuestionValues {
  return { ...formValues(models.QuestionInput, { right: 0, answers: [{}, {}] }), key: '0' };
}

export function emptyValues(): CourseFormValues {
  return formValues(courseModel, { audience: 'EVERYONE', minutes: 20 });
}

export function valuesOf(course: Course): CourseFormValues {
  return { ...formValues(courseModel, course), slug: '' };
}

export function inputOf(values: CourseFormValues): CourseInput {
  return inputFromForm(without(courseModel, 'slug'), values).input;
}
