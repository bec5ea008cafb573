import { ApiRefusal } from '@upstander/api-client';
import type { Catalog } from '@upstander/web-kit';
import type { SiteContext } from '../request/site-context';
import type { FormError } from './error-summary';
import type { SendableForm } from './define-form';
import type { Puzzle } from './puzzle-field';
import { refusalState } from './refused';

/** State of a page whose form wasn't sent: the submitted values and the errors. */
export interface FormNotSent<Values> {
  isSent: false;
  values: Values;
  errors: FormError[];
  puzzle: Puzzle | null;
  status: number;
}

interface TypedForm<Values> {
  form: SendableForm;
  values: Values;
  /** Errors of the values. A form with errors isn't sent. */
  errors: FormError[];
}

/**
 * A rejected form gets the message at its field, and a new key for input that the old one doesn't fit.
 * @throws ApiRefusal NOT_SIGNED_IN, which `withSession` handles
 */
export async function sendForm<Values extends object | null, Answer>(
  context: Pick<SiteContext, 'report'>,
  words: Catalog,
  { form, values, errors }: TypedForm<Values>,
  send: () => Promise<Answer>,
): Promise<{ isSent: true; answer: Answer } | FormNotSent<Values>> {
  if (errors.length > 0) return { isSent: false, values, errors, puzzle: null, status: 422 };
  try {
    return { isSent: true, answer: await send() };
  } catch (error) {
    if (error instanceof ApiRefusal && error.code === 'NOT_SIGNED_IN') throw error;
    const refused = refusalState(error, context, words, { texts: form.texts(words), failed: form.failed(words) });
    const nextValues = refused.newKey && values && 'key' in values ? { ...values, key: crypto.randomUUID() } : values;
    return {
      isSent: false,
      values: nextValues,
      errors: refused.errors,
      puzzle: refused.puzzle,
      status: refused.status,
    };
  }
}

const noForm: SendableForm = { texts: () => ({}), failed: ({ site }) => site.business.status.failed };

/** Sends what a button without fields does. */
export const pressButton = <Answer>(
  context: Pick<SiteContext, 'report'>,
  words: Catalog,
  send: () => Promise<Answer>,
) => sendForm(context, words, { form: noForm, values: null, errors: [] }, send);
