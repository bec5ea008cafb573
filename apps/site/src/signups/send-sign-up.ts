import { ApiRefusal, graphql } from '@upstander/api-client';
import { refusalText, type Catalogue, type Locale } from '@upstander/web-kit';
import { ask } from '../api/ask';
import type { FormError } from '../forms/error-summary';
import type { SiteContext } from '../request/site-context';
import type { SignUpValues } from './sign-up-values';

const SignUp = graphql(`
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      signup {
        id
        status
        position
      }
    }
  }
`);

export type Outcome =
  | { ok: true; signup: { id: string; status: string; position: number | null } }
  | { ok: false; httpStatus: number; errors: FormError[]; newKey: boolean };

/** Sends a checked form to the API and turns a refusal into what the form shows. */
export async function sendSignUp(
  context: SiteContext,
  values: SignUpValues,
  locale: Locale,
  words: Catalogue,
): Promise<Outcome> {
  try {
    const { signUp } = await ask(context, SignUp, {
      input: {
        shiftId: values.shift,
        name: values.name,
        email: values.email,
        ...(values.phone !== '' && { phone: values.phone }),
        ...(values.key !== '' && { idempotencyKey: await ownKey(values) }),
        locale: locale === 'es' ? 'ES' : 'EN',
      },
    });
    return { ok: true, signup: signUp.signup };
  } catch (error) {
    if (!(error instanceof ApiRefusal)) {
      // The typed values are worth more than an error page: the form stays, with the same key for the next try.
      context.report(error);
      return { ok: false, httpStatus: 503, errors: [{ text: words.site.saveFailed }], newKey: false };
    }
    const httpStatus = error.code === 'TOO_MANY_TRIES' ? 429 : 422;
    const newKey = error.code === 'IDEMPOTENCY_KEY_REUSED';
    return { ok: false, httpStatus, errors: errorsOf(error, values, words), newKey };
  }
}

/**
 * What makes a second click the same sign-up as the first. Visitors of the same moment got the same page, with the same
 * key in its form, so the address they typed is a part of theirs: two people are never taken for one.
 */
async function ownKey({ key, email }: SignUpValues): Promise<string> {
  const both = new TextEncoder().encode(JSON.stringify([key, email.toLowerCase()]));
  return Buffer.from(await crypto.subtle.digest('SHA-256', both)).toString('base64url');
}

/** A scalar's or an input's refusal names the field; everything else concerns the whole form. */
function errorsOf(refusal: ApiRefusal, values: SignUpValues, words: Catalogue): FormError[] {
  const t = words.site.errors;
  const fields = refusal.details['fields'];
  const named = fields !== null && typeof fields === 'object' ? Object.keys(fields) : [];
  const texts: Record<string, FormError> = {
    name: { field: 'name', text: t.nameWrong },
    email: { field: 'email', text: t.emailWrong },
    phone: { field: 'phone', text: t.phoneWrong },
    shiftId: { field: 'shift', text: t.shiftGone },
  };
  const errors = named.flatMap((name) => texts[name] ?? []);
  if (errors.length > 0) return errors;
  // The API's scalars refuse a variable before there are fields to name. Names and addresses were checked here as
  // strictly, so it is the number.
  if (refusal.code === 'BAD_USER_INPUT' && values.phone !== '') return [{ field: 'phone', text: t.phoneWrong }];
  if (refusal.code === 'NOT_FOUND') return [{ field: 'shift', text: t.shiftGone }];
  return [{ text: refusalText(words, refusal.code) }];
}
