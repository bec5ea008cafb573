import type { Catalogue } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { personErrors, type Person } from '../forms/person';
import { shortText } from '../forms/typed';

/** What the sign-up form holds, exactly as typed. */
export interface SignUpValues extends Person {
  shift: string;
  phone: string;
  key: string;
}

export type SignUpField = 'shift' | 'name' | 'email' | 'phone';

export const longest = { phone: 40 };

export function readSignUp(form: FormData): SignUpValues {
  const text = (name: string): string => shortText(form, name);
  return { shift: text('shift'), name: text('name'), email: text('email'), phone: text('phone'), key: text('key') };
}

/** What is wrong with it, in the order of the page. */
export function signUpErrors(values: SignUpValues, shiftIds: readonly string[], words: Catalogue): FormError[] {
  const t = words.site.errors;
  const errors: FormError[] = [];
  const wrong = (field: SignUpField, text: string): void => void errors.push({ field, text });
  if (values.shift === '') wrong('shift', t.shiftMissing);
  else if (!shiftIds.includes(values.shift)) wrong('shift', t.shiftGone);
  errors.push(...personErrors(values, words));
  if (values.phone !== '' && !isPhone(values.phone)) wrong('phone', t.phoneWrong);
  return errors;
}

/** Looser than the API's PhoneNumber, which knows the numbering plans; its refusal is shown at the same field. */
function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return /^\+?[\d\s().\-/]+$/.test(text) && digits >= 7 && digits <= 15;
}
