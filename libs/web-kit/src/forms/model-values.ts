import { decimalText, parseMoney, type MoneyValue } from '../money/money.js';

/** What `npm run generate` prints of an input's field. */
export interface ModelField {
  kind:
    | 'text'
    | 'longText'
    | 'url'
    | 'email'
    | 'phone'
    | 'date'
    | 'localDateTime'
    | 'timeZone'
    | 'id'
    | 'count'
    | 'money'
    | 'choice'
    | 'flag'
    | 'list'
    /** A nested input. */
    | 'input'
    /** A list of nested inputs. */
    | 'rows'
    /** A time of day. Only forms have it. */
    | 'time';
  required: boolean;
  nullable: boolean;
  enumName?: string;
  choices?: readonly string[];
  /** Longest text, largest number, or most entries. */
  max?: number;
  min?: number;
  fields?: InputModel;
}

export type InputModel = Readonly<Record<string, ModelField>>;

type ChoiceOf<Field extends ModelField> = Field extends { choices: readonly (infer Choice extends string)[] }
  ? Choice
  : string;

type FieldsOf<Field extends ModelField> = Field extends { fields: infer Fields extends InputModel } ? Fields : never;

/** Values of a row in a list. `key` identifies the row while the form is open. */
export type RowValues<Model extends InputModel> = FormValues<Model> & { key: string };

interface ValuesByKind<Field extends ModelField> {
  flag: boolean;
  list: Array<ChoiceOf<Field>>;
  choice: ChoiceOf<Field> | '';
  input: FormValues<FieldsOf<Field>>;
  rows: Array<RowValues<FieldsOf<Field>>>;
}

/** Value of a control: a boolean for a checkbox, an array for a list, otherwise text. */
export type ControlValue = string | boolean | string[];

/** Value of a field: as of its control, or the values of a nested input. */
export type FieldValue<Field extends ModelField> = Field['kind'] extends keyof ValuesByKind<Field>
  ? ValuesByKind<Field>[Field['kind']]
  : string;

interface MoneyAmount {
  amountMinor: number;
  currency: string;
}

interface SentByKind<Field extends ModelField> {
  flag: boolean;
  list: Array<ChoiceOf<Field>>;
  input: InputValues<FieldsOf<Field>>;
  rows: Array<InputValues<FieldsOf<Field>>>;
}

/** A value as the API takes it. */
export type SentValue<Field extends ModelField> = Field['kind'] extends keyof SentByKind<Field>
  ? SentByKind<Field>[Field['kind']]
  : | (Field['kind'] extends 'count'
        ? number
        : Field['kind'] extends 'money'
          ? MoneyAmount
          : Field['kind'] extends 'choice'
            ? ChoiceOf<Field>
            : string)
    | (Field['nullable'] extends true ? null : never);

export type FormValues<Model extends InputModel> = { [Name in keyof Model & string]: FieldValue<Model[Name]> };

/** The values as the API takes them: numbers parsed, texts trimmed, empty texts null if the API allows null. */
export type InputValues<Model extends InputModel> = { [Name in keyof Model & string]: SentValue<Model[Name]> };

/** A row from the API, or null for a new one. Fields it doesn't have start empty. */
export type FormRow = Readonly<Record<string, unknown>> | null;

/** Returns the values a form starts with: those of `row`, then empty ones. */
export function formValues<Model extends InputModel>(model: Model, row: FormRow): FormValues<Model> {
  const values = Object.entries(model).map(([name, field]) => [name, controlValue(field, row?.[name])]);
  return Object.fromEntries(values) as FormValues<Model>;
}

/**
 * Converts the values of a form to the API's input, and returns problems by path, for example `shifts.0.role`:
 * `required`, `out-of-range`, `too-many`, `not-an-amount` or `not-positive`. The API checks everything again.
 *
 * @param currency of the amounts, if the form has any
 */
export function inputFromForm<Model extends InputModel>(
  model: Model,
  values: FormValues<Model>,
  currency = 'USD',
): { input: InputValues<Model>; problems: Record<string, string> } {
  const problems: Record<string, string> = {};
  const input = readFields(model, values, currency, '', problems);
  return { input: input as InputValues<Model>, problems };
}

/** True if the values have the shape of the model, for example those of a stored draft. */
export function hasShapeOf(model: InputModel, values: unknown): boolean {
  if (!isRecord(values)) return false;
  return Object.entries(model).every(([name, { kind, fields = {} }]) => {
    const value = values[name];
    if (kind === 'flag') return typeof value === 'boolean';
    if (kind === 'input') return hasShapeOf(fields, value);
    if (kind === 'rows') return Array.isArray(value) && value.every((row) => hasShapeOf(fields, row));
    return kind === 'list' ? Array.isArray(value) : typeof value === 'string';
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

export function controlValue({ kind, fields = {} }: Pick<ModelField, 'kind' | 'fields'>, value: unknown): unknown {
  if (kind === 'flag') return value === true;
  if (kind === 'list') return Array.isArray(value) ? [...(value as string[])] : [];
  if (kind === 'input') return formValues(fields, isRecord(value) ? value : null);
  if (kind === 'money' && isRecord(value)) return decimalText(value as unknown as MoneyValue);
  if (kind === 'rows') return Array.isArray(value) ? value.map((row, index) => rowValues(fields, row, index)) : [];
  if (kind === 'localDateTime' && typeof value === 'string') return value.slice(0, 'YYYY-MM-DDTHH:MM'.length);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function rowValues(fields: InputModel, row: unknown, index: number) {
  const values = isRecord(row) ? row : {};
  return { ...formValues(fields, values), key: String(values['id'] ?? index) };
}

function readFields(
  model: InputModel,
  values: Readonly<Record<string, unknown>>,
  currency: string,
  path: string,
  problems: Record<string, string>,
): Record<string, unknown> {
  const read = (name: string, field: ModelField): unknown => {
    const [at, value, fields] = [path + name, values[name], field.fields ?? {}];
    if (field.kind === 'input')
      return readFields(fields, value as FormValues<InputModel>, currency, `${at}.`, problems);
    const sent = Array.isArray(value)
      ? value.map((row: unknown, index) =>
          field.kind === 'rows'
            ? readFields(fields, row as FormValues<InputModel>, currency, `${at}.${index}.`, problems)
            : row,
        )
      : sentValue(field, value, currency);
    const problem = problemWith(field, sent);
    if (problem) problems[at] = problem;
    return sent;
  };
  return Object.fromEntries(Object.entries(model).map(([name, field]) => [name, read(name, field)]));
}

/** Converts the value of a control to the API's: parses numbers and amounts, trims text. */
export function sentValue(
  { kind, nullable }: Pick<ModelField, 'kind' | 'nullable'>,
  value: unknown,
  currency = 'USD',
): unknown {
  if (typeof value !== 'string') return value ?? null;
  const text = kind === 'phone' ? value.replace(/[\s().-]/g, '') : value.trim();
  if (text === '' && (nullable || kind === 'count' || kind === 'money')) return null;
  if (kind === 'money') return { amountMinor: parseMoney(text, currency), currency };
  return kind === 'count' ? Number(text.replaceAll(',', '')) : text;
}

function problemWith({ required, kind, min = 0, max = Infinity }: ModelField, value: unknown): string | null {
  if (value === null || value === '') return required ? 'required' : null;
  if (Array.isArray(value)) return value.length > max ? 'too-many' : required && value.length === 0 ? 'required' : null;
  if (kind === 'money') return moneyProblem(value as { amountMinor: number | null });
  if (kind !== 'count') return null;
  const number = value as number;
  return Number.isInteger(number) && number >= min && number <= max ? null : 'out-of-range';
}

function moneyProblem({ amountMinor }: { amountMinor: number | null }): string | null {
  if (amountMinor === null) return 'not-an-amount';
  return amountMinor > 0 ? null : 'not-positive';
}
