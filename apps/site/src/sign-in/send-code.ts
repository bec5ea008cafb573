import { ApiRefusal } from '@upstander/api-client';
import { catalogOf, refusalText } from '@upstander/web-kit';
import { data } from 'react-router';
import { changeSession } from '../api/ask';
import type { Puzzle } from '../forms/puzzle-field';
import type { FormError } from '../forms/error-summary';
import { defineForm } from '../forms/define-form';
import { puzzleOf } from '../forms/puzzle';
import { localeName, localeOf } from '../request/locale';
import type { SiteContext } from '../request/site-context';
import { rememberCodeAddress } from './code-for';
import { RequestSignInCode } from './queries';

const addressForm = defineForm({}, ({ site }) => site.signIn, {
  email: { kind: 'email', required: true },
  solution: {},
});

export interface CodeNotSent {
  email: string;
  errors: FormError[];
  puzzle: Puzzle | null;
}

/** Returns the cookies to set, or the errors. Never reveals if the address is known. */
export async function sendCode(request: Request, context: SiteContext, form: FormData) {
  const locale = localeOf(request);
  const words = catalogOf(locale);
  const { email, solution } = addressForm.read(form);
  const errorResponse = (error: FormError, status: number, puzzle: Puzzle | null = null) => ({
    sent: null,
    errorResponse: data<CodeNotSent>({ email, errors: [error], puzzle }, status),
  });
  const [first] = addressForm.errors({ email, solution }, words);
  if (first) return errorResponse(first, 422);
  try {
    const variables = { email, locale: localeName(locale), solution: solution || null };
    const { headers } = await changeSession(context, RequestSignInCode, variables);
    headers.append('set-cookie', rememberCodeAddress(email, context));
    return { sent: headers, errorResponse: null };
  } catch (error) {
    if (!(error instanceof ApiRefusal)) {
      context.report(error);
      return errorResponse({ text: words.site.signIn.failed }, 503);
    }
    const text = refusalText(words, error.code);
    if (error.code === 'SOLUTION_NEEDED') return errorResponse({ field: 'send', text }, 429, puzzleOf(error.details));
    return errorResponse({ field: 'email', text }, error.code === 'TOO_MANY_TRIES' ? 429 : 422);
  }
}
