import type { Course, CourseInput } from './queries';

export interface Both {
  en: string;
  es: string;
}

export interface QuestionValues {
  question: Both;
  answers: Array<{ text: Both; why: Both }>;
  right: number;
}

export interface CourseFormValues {
  slug: string;
  audience: CourseInput['audience'];
  minutes: string;
  credentialTypeId: string;
  en: { title: string; summary: string };
  es: { title: string; summary: string };
  lessons: Array<{ articleId: string; questions: QuestionValues[] }>;
}

export const courseDraft = { name: 'course', version: 1 };

export function isComplete(values: Partial<CourseFormValues>): boolean {
  return typeof values.en?.title === 'string' && Array.isArray(values.lessons);
}

const emptyTexts = (): Both => ({ en: '', es: '' });
export const noAnswer = () => ({ text: emptyTexts(), why: emptyTexts() });
export const noQuestion = (): QuestionValues => ({
  question: emptyTexts(),
  answers: [noAnswer(), noAnswer()],
  right: 0,
});

export function emptyValues(): CourseFormValues {
  const text = { title: '', summary: '' };
  return { slug: '', audience: 'EVERYONE', minutes: '20', credentialTypeId: '', en: text, es: text, lessons: [] };
}

export function valuesOf(course: Course): CourseFormValues {
  const { audience, minutes, credentialTypeId, en, es, lessons } = course;
  return {
    slug: '',
    audience,
    minutes: String(minutes),
    credentialTypeId: credentialTypeId ?? '',
    en,
    es,
    lessons: lessons.map(({ articleId, questions }) => ({ articleId, questions })),
  };
}

export function inputOf({ slug: _, minutes, credentialTypeId, ...values }: CourseFormValues): CourseInput {
  return { ...values, minutes: Math.round(Number(minutes)) || 0, credentialTypeId: credentialTypeId || null };
}
