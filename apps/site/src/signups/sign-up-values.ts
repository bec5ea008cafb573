import { limits, type Catalogue } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { defineForm, type Rule, type FormTexts } from '../forms/form-of';
import { personRules } from '../forms/person';
import { partyInput, partyRules } from './party';

export const birthYearRule = {
  fits: (typed) => /^(19|20)\d\d$/.test(typed),
  wrong: ({ site }) => site.errors.birthYearWrong,
} satisfies Rule;

export const signUpForm = defineForm({
  shift: {
    missing: ({ site }) => site.errors.shiftMissing,
    wrong: ({ site }) => site.errors.shiftGone,
    sentAs: 'shiftId',
  },
  ...personRules(limits.Signup.name),
  phone: { most: 40, fits: isPhone, wrong: ({ site }) => site.errors.phoneWrong },
  ...partyRules,
  takesFewer: {},
  allOrNothing: {},
  birthYear: { most: 4, ...birthYearRule },
  oldEnough: {},
  key: {},
});
export type SignUpValues = FormTexts<typeof signUpForm>;

export const blankSignUp: SignUpValues = {
  shift: '',
  name: '',
  email: '',
  phone: '',
  birthYear: '',
  oldEnough: '',
  guests: '',
  guestNames: '',
  takesFewer: '',
  allOrNothing: '',
  key: '',
};

/** Reads the form. `shift` contains all chosen shifts, separated by spaces. */
export function readSignUp(form: FormData): SignUpValues {
  const shift = form.getAll('shift').filter((one) => typeof one === 'string' && one !== '');
  return signUpForm.read(withShift(form, [...new Set(shift)].join(' ')));
}

function withShift(form: FormData, shift: string): FormData {
  const read = new FormData();
  for (const [name, value] of form) if (name !== 'shift') read.append(name, value);
  read.set('shift', shift);
  return read;
}

export function shiftsOf({ shift }: Pick<SignUpValues, 'shift'>): string[] {
  return shift.split(' ').filter(Boolean);
}

export function signUpErrors(values: SignUpValues, shiftIds: readonly string[], words: Catalogue): FormError[] {
  const shift = !shiftsOf(values).every((id) => shiftIds.includes(id)) && words.site.errors.shiftGone;
  return signUpForm.errors(values, words, { also: { shift } });
}

/** Returns the guests for the API. */
export function partyOf(values: SignUpValues) {
  const party = partyInput(values);
  return party.guests > 0 || party.guestNames.length > 0 ? { ...party, takesFewer: values.takesFewer === '1' } : {};
}

/** Less strict than the API's PhoneNumber, which knows the numbering plans. Its refusal is shown at the same field. */
function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return /^\+?[\d\s().\-/]+$/.test(text) && digits >= 7 && digits <= 15;
}

/** Returns the answers about age for the API, without empty ones. */
export function ageInput({ birthYear, oldEnough }: Pick<SignUpValues, 'birthYear' | 'oldEnough'>) {
  return { ...(birthYear !== '' && { birthYear: Number(birthYear) }), ...(oldEnough !== '' && { oldEnough: true }) };
}
