import { ApiRefusal, graphql } from '@upstander/api-client';
import type { Catalog, Locale } from '@upstander/web-kit';
import { queryApi } from '../api/ask';
import type { FormError } from '../forms/error-summary';
import { refusalState } from '../forms/refused';
import { localeName } from '../request/locale';
import type { SiteContext } from '../request/site-context';
import type { EventData } from '../events/queries';
import { severalShiftsMessage, SignUpForShifts, type ShiftOutcome } from './several-shifts';
import { ageInput, partyOf, shiftsOf, signUpForm, type SignUpValues } from './sign-up-values';
import { restrictionError } from './eligibility';

const SignUp = graphql(`
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      signup {
        id
        status
        position
        guests
      }
    }
  }
`);

export type Outcome =
  | { ok: true; outcomes: readonly ShiftOutcome[] }
  | { ok: false; httpStatus: number; errors: FormError[]; newKey: boolean };

export async function sendSignUp(
  context: SiteContext,
  values: SignUpValues,
  { event, locale, words }: { event: Pick<EventData, 'shifts' | 'timeZone'>; locale: Locale; words: Catalog },
): Promise<Outcome> {
  try {
    const person = {
      name: values.name,
      email: values.email,
      ...(values.phone !== '' && { phone: values.phone }),
      locale: localeName(locale),
    };
    const options = {
      ...ageInput(values),
      ...(values.key !== '' && { idempotencyKey: await ownKey(values) }),
      ...partyOf(values),
    };
    const shiftIds = shiftsOf(values);
    if (shiftIds.length > 1) {
      const { signUpForShifts } = await queryApi(context, SignUpForShifts, {
        input: { shiftIds, person, allOrNothing: values.allOrNothing, ...options },
      });
      return { ok: true, outcomes: signUpForShifts.outcomes };
    }
    const { signUp } = await queryApi(context, SignUp, { input: { shiftId: values.shift, ...person, ...options } });
    return { ok: true, outcomes: [{ shiftId: values.shift, signup: signUp.signup, refusal: null }] };
  } catch (error) {
    const refusalTexts = { texts: signUpForm.texts(words), failed: words.site.saveFailed };
    const { errors, status, newKey } = refusalState(error, context, words, refusalTexts);
    const field =
      error instanceof ApiRefusal
        ? (errorField(error, values, words) ??
          severalShiftsMessage(error, event, { locale, words }) ??
          restrictionError(error, locale, words))
        : null;
    return { ok: false, httpStatus: status, errors: field ? [field] : errors, newKey };
  }
}

/**
 * Returns the key that makes a second click the same sign-up. Visitors share cached pages and their form key, so the
 * typed address is part of it: two people never share a sign-up.
 */
export async function ownKey({ key, email }: Pick<SignUpValues, 'key' | 'email'>): Promise<string> {
  const keyAndEmail = new TextEncoder().encode(JSON.stringify([key, email.toLowerCase()]));
  return Buffer.from(await crypto.subtle.digest('SHA-256', keyAndEmail)).toString('base64url');
}

/** Returns the field of a refusal that names none. */
function errorField({ code, details }: ApiRefusal, values: SignUpValues, words: Catalog): FormError | null {
  const t = words.site.errors;
  // The API's scalars reject a value without naming its field. Names and addresses are checked here just as strictly,
  // so it is the phone number.
  if (code === 'BAD_USER_INPUT' && !details['fields'] && values.phone !== '')
    return { field: 'phone', text: t.phoneWrong };
  return code === 'NOT_FOUND' ? { field: 'shift', text: t.shiftGone } : null;
}
