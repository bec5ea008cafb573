import { parseMoney } from '../money/money.js';

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
    | 'input';
  required: boolean;
  nullable: boolean;
  enumName?: string;
  choices?: readonly string[];
  /** Longest text, largest number, or most entries. */
  max?: number;
  min?: number;
}

export type InputModel = Readonly<Record<string, ModelField>>;

type ChoiceOf<Field extends ModelField> = Field extends { choices: readonly (infer Choice extends string)[] }
  ? Choice
  : string;

/** The value that a control holds: a boolean for a checkbox, an array for a list, otherwise text. */
export type FieldValue<Field extends ModelField> = Field['kind'] extends 'flag'
  ? boolean
  : Field['kind'] extends 'list'
    ? Array<ChoiceOf<Field>>
    : Field['kind'] extends 'choice'
      ? ChoiceOf<Field> | ''
      : string;

export type ControlValue = string | boolean | string[];

interface MoneyAmount {
  amountMinor: number;
  currency: string;
}

/** A value as the API takes it. */
export type SentValue<Field extends ModelField> = Field['kind'] extends 'flag' | 'list'
  ? FieldValue<Field>
  : | (Field['kind'] extends 'count'
        ? number
        : Field['kind'] extends 'money'
          ? MoneyAmount
          : Field['kind'] extends 'choice'
            ? ChoiceOf<Field>
            : string)
    | (Field['nullable'] extends true ? null : never);

type FormFields<Model extends InputModel> = {
  [Name in keyof Model & string]: Model[Name]['kind'] extends 'input' ? never : Name;
}[keyof Model & string];

/** Values of a form for this input. Nested inputs and values set by the program (keys, versions) aren't part of it. */
export type FormValues<Model extends InputModel, Name extends FormFields<Model> = FormFields<Model>> = {
  [Field in Name]: FieldValue<Model[Field]>;
};

/** The values as the API takes them: numbers parsed, texts trimmed, empty texts null if the API allows null. */
export type InputValues<Model extends InputModel, Name extends FormFields<Model> = FormFields<Model>> = {
  [Field in Name]: SentValue<Model[Field]>;
};

/** A row from the API, or null for a new one. Fields it doesn't have start empty. */
export type FormRow = Readonly<Record<string, unknown>> | null;

/** Returns the values a form starts with: those of `row`, then empty ones. */
export function formValues<Model extends InputModel>(model: Model, row: FormRow): FormValues<Model> {
  const values = fields(model).map(([name, field]) => [name, controlValue(field, row?.[name])]);
  return Object.fromEntries(values) as FormValues<Model>;
}

/**
 * Converts the values of a form to the API's input, and names what is wrong with them by field: `required`, `out-of-range`,
 * `too-many`, `not-an-amount` or `not-positive`. The API checks everything again.
 *
 * @param currency of the amounts, if the form has any
 */
export function inputFromForm<Model extends InputModel>(
  model: Model,
  values: FormValues<Model>,
  currency = 'USD',
): { input: InputValues<Model>; problems: Record<string, string> } {
  const input: Record<string, unknown> = {};
  const problems: Record<string, string> = {};
  for (const [name, field] of fields(model)) {
    const value = sentValue(field, (values as Record<string, ControlValue>)[name], currency);
    input[name] = value;
    const problem = problemWith(field, value);
    if (problem) problems[name] = problem;
  }
  return { input: input as InputValues<Model>, problems };
}

function fields(model: InputModel): Array<[string, ModelField]> {
  return Object.entries(model).filter(([, { kind }]) => kind !== 'input');
}

/** Returns the value that a control of this kind starts with. */
export function controlValue({ kind }: Pick<ModelField, 'kind'>, value: unknown): ControlValue {
  if (kind === 'flag') return value === true;
  if (kind === 'list') return Array.isArray(value) ? (value as string[]) : [];
  if (kind === 'localDateTime' && typeof value === 'string') return value.slice(0, 'YYYY-MM-DDTHH:MM'.length);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Converts the value of a control to the API's: parses numbers and amounts, trims text. */
export function sentValue(
  { kind, nullable }: Pick<ModelField, 'kind' | 'nullable'>,
  value: ControlValue | null | undefined,
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
  if (kind === 'list') return (value as unknown[]).length > max ? 'too-many' : null;
  if (kind === 'money') return moneyProblem(value as { amountMinor: number | null });
  if (kind !== 'count') return null;
  const number = value as number;
  return Number.isInteger(number) && number >= min && number <= max ? null : 'out-of-range';
}

function moneyProblem({ amountMinor }: { amountMinor: number | null }): string | null {
  if (amountMinor === null) return 'not-an-amount';
  return amountMinor > 0 ? null : 'not-positive';
}
