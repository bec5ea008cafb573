import { controlValue, type ControlValue, type ModelField } from '@upstander/web-kit';
import { isDay } from './day';
import { isAddress, longestAddress, longText, shortText } from './text-rules';

/** `yesNo` is a question with two radio buttons, which may have no answer yet. */
export type FieldKind = ModelField['kind'] | 'yesNo';

/** A value as typed: null is a question without an answer. */
export type TypedValue = ControlValue | null;

type Field = Partial<Omit<ModelField, 'kind'>> & { kind: FieldKind; fits?: (typed: string) => boolean };

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Maximum length of a phone number, with spaces and parentheses. */
const longestPhone = 40;

/** Of choices, lists and IDs it keeps only values that can exist. */
export function readField(form: FormData, name: string, { kind, choices }: Field): TypedValue {
  if (kind === 'yesNo') return form.get(name) === 'yes' || (form.get(name) === 'no' ? false : null);
  if (kind === 'flag') return form.get(name) === '1';
  if (kind === 'longText') return longText(form, name);
  const exists = (value: string) => value !== '' && (!choices || choices.includes(value));
  if (kind === 'list') return [...new Set(form.getAll(name).map(String))].filter(exists);
  const text = shortText(form, name, Infinity);
  if (kind === 'id') return isId.test(text) ? text : '';
  return kind === 'choice' && !exists(text) ? '' : text;
}

/** Returns the texts that `readField` reads back as this value. */
export function entriesOf(kind: FieldKind, value: unknown): string[] {
  if (Array.isArray(value)) return value as string[];
  if (kind === 'yesNo') return [value === null ? '' : value ? 'yes' : 'no'];
  if (kind === 'flag') return value ? ['1'] : [];
  return [String(value)];
}

export function initialValue(kind: FieldKind, value: unknown): TypedValue {
  return kind === 'yesNo'
    ? typeof value === 'boolean'
      ? value
      : null
    : (controlValue({ kind }, value) as ControlValue);
}

export function maxLengthOf({ kind, max }: Field): number | undefined {
  if (kind === 'count' || kind === 'list') return undefined;
  return max ?? { email: longestAddress, phone: longestPhone }[kind as string];
}

/** Returns the problem with a value, or null. The API validates everything again. */
export function problemOf(field: Field, value: unknown): 'missing' | 'tooLong' | 'tooMany' | 'wrong' | null {
  if (typeof value === 'boolean') return null;
  if (value === null || value === undefined || value === '') return field.required ? 'missing' : null;
  if (Array.isArray(value)) return value.length > (field.max ?? Infinity) ? 'tooMany' : null;
  const text = String(value);
  if (text.length > (maxLengthOf(field) ?? Infinity) && field.kind !== 'email') return 'tooLong';
  return (field.fits ?? (() => isPossible(field, text)))(text) ? null : 'wrong';
}

function isPossible({ kind, min = 0, max = Infinity }: Field, text: string): boolean {
  if (kind === 'email') return isAddress(text);
  if (kind === 'phone') return isPhone(text);
  if (kind === 'date') return isDay(text);
  if (kind !== 'count') return true;
  const number = /^\d+$|^\d{1,3}(,\d{3})+$/.test(text) ? Number(text.replaceAll(',', '')) : NaN;
  return number >= min && number <= max;
}

/** Less strict than the API's PhoneNumber, which knows the numbering plans. Its refusal is shown at the same field. */
export function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return /^\+?[\d\s().\-/]+$/.test(text) && digits >= 7 && digits <= 15;
}
