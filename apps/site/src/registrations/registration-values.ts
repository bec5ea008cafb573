import { models, type Catalog } from '@upstander/web-kit';
import { defineForm, formKey, type ValuesOf } from '../forms/define-form';
import type { FormError } from '../forms/error-summary';
import { longText } from '../forms/text-rules';
import type { QuestionData } from './queries';

export const registerForm = defineForm(models.RegisterInput, ({ site }) => site.registration, {
  name: {},
  email: {},
  party: {},
  key: formKey,
});
export type RegisterValues = ValuesOf<typeof registerForm>;

export const changeForm = defineForm(models.ChangeRegistrationInput, ({ site }) => site.registration, {
  name: {},
  party: {},
});
export type ChangeValues = ValuesOf<typeof changeForm>;

/** Typed answers by question ID. */
export type AnswerValues = Record<string, string>;

const textLimits: Partial<Record<QuestionData['kind'], number>> = { SHORT_TEXT: 200, LONG_TEXT: 1_000 };

export const answerField = (id: string) => `answer-${id}`;

export function readAnswers(form: FormData, questions: readonly QuestionData[]): AnswerValues {
  return Object.fromEntries(questions.map(({ id }) => [id, longText(form, answerField(id))]));
}

export function answerErrors(questions: readonly QuestionData[], values: AnswerValues, words: Catalog): FormError[] {
  const t = words.site.registration.errors;
  return questions.flatMap(({ id, label, kind, isRequired }): FormError[] => {
    const value = (values[id] ?? '').trim();
    const most = textLimits[kind] ?? Infinity;
    const text =
      value === ''
        ? isRequired && t.answerMissing({ label })
        : kind === 'NUMBER' && !/^-?\d{1,9}(?:\.\d{1,4})?$/.test(value)
          ? t.answerNumber({ label })
          : value.length > most && t.answerLong({ label, most });
    return text === false ? [] : [{ field: answerField(id), text }];
  });
}

export function answersInput(values: AnswerValues): Array<{ questionId: string; value: string }> {
  return Object.entries(values)
    .filter(([, value]) => value.trim() !== '')
    .map(([questionId, value]) => ({ questionId, value }));
}
