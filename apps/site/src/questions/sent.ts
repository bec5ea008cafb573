import { ApiRefusal } from '@upstander/api-client';
import type { Catalog } from '@upstander/web-kit';
import { refusalState } from '../forms/refused';
import type { SiteContext } from '../request/site-context';
import { contactRefusals, questionForm, type Answers } from './answers';
import { stepsOf, type Step, type FlowPosition } from './flow';

const stepOfField: Record<string, Step> = {
  nameToUse: 'name',
  safeContact: 'reach',
  note: 'note',
  about: 'note',
  aboutSealed: 'note',
  interpreter: 'language',
};

/** Returns to the question the refusal is about, with all answers. */
export function positionAfterRefusal(
  error: unknown,
  flow: readonly Step[],
  answers: Answers,
  context: SiteContext,
  words: Catalog,
): { position: FlowPosition; status: number } {
  const fieldTexts = questionForm.texts(words);
  const texts = {
    ...fieldTexts,
    ...(fieldTexts['about'] && { note: fieldTexts['about'] }),
    ...contactRefusals(answers, words),
  };
  const { code, details }: Pick<ApiRefusal, 'code' | 'details'> =
    error instanceof ApiRefusal ? error : { code: '', details: {} };
  const { errors, status, newKey } = refusalState(error, context, words, { texts, failed: words.site.asking.failed });
  const fieldName = Object.keys((details['fields'] as object | undefined) ?? {})[0] ?? '';
  const stepName = fieldName.startsWith('safeContact.notice.') ? 'notice' : stepOfField[fieldName.split('.')[0] ?? ''];
  const step = stepsOf(flow, answers).find((candidate) => candidate === stepName) ?? 'check';
  // Erased data is sent again only if the user presses the button again.
  const nextAnswers = newKey || code === 'RECORD_ERASED' ? { ...answers, key: crypto.randomUUID() } : answers;
  return { position: { step, answers: nextAnswers, errors, isReturning: step !== 'check' }, status };
}
