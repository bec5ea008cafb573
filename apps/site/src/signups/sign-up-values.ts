import { models, type Catalog } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { defineForm, formKey, type FieldRule, type ValuesOf } from '../forms/define-form';
import { partyInput, partyRules } from './party';

export const signUpRules = {
  shift: { kind: 'text', required: true, sentAs: 'shiftId', wrong: ({ site }) => site.errors.shiftGone },
  name: {},
  email: {},
  phone: {},
  ...partyRules,
  /** '1' to come with fewer, '0' to wait together, or empty. */
  acceptsFewerGuests: { kind: 'text' },
  allOrNothing: { kind: 'flag' },
  birthYear: {},
  oldEnough: {},
  key: formKey,
} as const satisfies Record<string, FieldRule>;

/** `shift` contains all chosen shifts, separated by spaces. */
export const signUpForm = defineForm(models.SignUpInput, ({ site }) => site.signUp, signUpRules);
export type SignUpValues = ValuesOf<typeof signUpForm>;

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

export function signUpErrors(values: SignUpValues, shiftIds: readonly string[], words: Catalog): FormError[] {
  const shift = !shiftsOf(values).every((id) => shiftIds.includes(id)) && words.site.errors.shiftGone;
  return signUpForm.errors(values, words, { also: { shift } });
}

export function partyOf(values: SignUpValues) {
  const party = partyInput(values);
  return party.guests > 0 || party.guestNames.length > 0
    ? { ...party, acceptsFewerGuests: values.acceptsFewerGuests === '1' }
    : {};
}

export function ageInput(values: SignUpValues) {
  const { birthYear, oldEnough } = signUpForm.input(values);
  return { birthYear, ...(oldEnough && { oldEnough }) };
}
