import {
  sentValue,
  type Catalog,
  type FieldValue,
  type InputModel,
  type ModelField,
  type SentValue,
} from '@upstander/web-kit';
import type { FormError } from './error-summary';
import { failedText, messagesOf, type FieldMessages, type WordsOf } from './field-messages';
import { entriesOf, initialValue, maxLengthOf, problemOf, readField, type FieldKind } from './field-values';

/** Settings that a form adds to a field of the model. A field that isn't in the model describes itself: `{ kind: 'email' }`. */
export interface FieldRule extends Partial<Omit<ModelField, 'kind'>>, FieldMessages {
  /** Kind of the control, if it differs from the model. The form then converts the value for the API itself. */
  kind?: FieldKind;
  /** Name of the field in the API, if it differs. */
  sentAs?: string;
  /** The API does the full validation. */
  fits?: (typed: string) => boolean;
}

export type { LocalizedText } from './field-messages';

type Rules = Readonly<Record<string, FieldRule>>;
type NameOf<Fields extends Rules> = keyof Fields & string;

type SentName<Name, Rule> = Rule extends { sentAs: infer Sent } ? Sent : Name;
type KnownField<Model extends InputModel, Name, Rule> =
  SentName<Name, Rule> extends keyof Model ? Model[SentName<Name, Rule>] : ModelField & { kind: 'text' };
type FieldOf<Model extends InputModel, Name, Rule> = Rule extends {
  choices: infer Choices extends readonly string[];
}
  ? Omit<KnownField<Model, Name, Rule>, 'choices'> & { choices: Choices }
  : KnownField<Model, Name, Rule>;

type ValueOf<Field extends ModelField, Rule> = Rule extends { kind: infer Kind extends FieldKind }
  ? Kind extends 'yesNo'
    ? boolean | null
    : Kind extends ModelField['kind']
      ? FieldValue<Omit<Field, 'kind'> & { kind: Kind }>
      : never
  : FieldValue<Field>;

/** Fields that are sent as the API takes them. Amounts need a currency, so the form adds them. */
type SentFields<Model extends InputModel, Fields extends Rules> = {
  [Name in NameOf<Fields>]: Fields[Name] extends { kind: Exclude<FieldKind, 'yesNo'> }
    ? never
    : SentName<Name, Fields[Name]> extends keyof Model
      ? Model[SentName<Name, Fields[Name]>]['kind'] extends 'money'
        ? never
        : Name
      : never;
}[NameOf<Fields>];

export type TypedValues<Model extends InputModel, Fields extends Rules> = {
  [Name in NameOf<Fields>]: ValueOf<FieldOf<Model, Name, Fields[Name]>, Fields[Name]>;
};
type Input<Model extends InputModel, Fields extends Rules> = {
  [Name in SentFields<Model, Fields> as SentName<Name, Fields[Name]> & string]: SentValue<
    FieldOf<Model, Name, Fields[Name]>
  >;
};

export type ValuesOf<Form> = Form extends { read: (form: FormData) => infer Values } ? Values : never;

export interface Control {
  id: string;
  defaultValue?: string;
  error?: string;
  maxLength?: number;
}

export interface SendableForm {
  /** Messages for fields that the API rejects, for `refusalState`. */
  texts(words: Catalog): Record<string, FormError>;
  /** Message for an API that can't be reached. */
  failed(words: Catalog): string;
}

export interface FormDefinition<Values extends object, Sent> extends SendableForm {
  /** Text that is too long is kept whole. */
  read(form: FormData): Values;
  readonly blank: Values;
  /** Takes a row by the API's names. */
  valuesOf(row: Readonly<Record<string, unknown>>): Values;
  /** For hidden inputs. */
  entries(values: Readonly<Values>): Array<[name: string, value: string]>;
  /**
   * Returns the errors in the order of the form. `also` contains errors that involve several fields; they are used
   * where the rules found none. `only` limits the check to these fields.
   */
  errors(
    values: Readonly<Values>,
    words: Catalog,
    more?: {
      also?: Readonly<Partial<Record<keyof Values, string | false | null>>>;
      only?: ReadonlyArray<keyof Values>;
    },
  ): FormError[];
  /** The values must have no errors. */
  input(values: Readonly<Values>): Sent;
  controls(
    values: Readonly<Partial<Record<keyof Values, unknown>>>,
    errors: readonly FormError[],
  ): (name: keyof Values & string) => Control;
}

/** Keeps a form that is sent twice from having its effect twice. */
export const formKey = { sentAs: 'idempotencyKey' } as const satisfies FieldRule;

/**
 * Fields are in the order of the page. Kind, limits and required fields come from the API's input, messages from the
 * screen's texts.
 */
export function defineForm<const Model extends InputModel, const Fields extends Rules>(
  model: Model,
  wordsOf: WordsOf,
  rules: Fields,
): FormDefinition<TypedValues<Model, Fields>, Input<Model, Fields>> {
  const fields = Object.entries(rules).map(([name, rule]) => {
    const sentAs = rule.sentAs ?? name;
    const known = model[sentAs];
    const field = { ...(known ?? { kind: 'text' as const, nullable: false }), ...rule };
    const isSent = known && known.kind !== 'money' && (field.kind === known.kind || field.kind === 'yesNo');
    return { name, sentAs, field, sentField: isSent ? known : null };
  });
  type Values = TypedValues<Model, Fields>;
  const each = (valueOf: (one: (typeof fields)[number]) => unknown) =>
    Object.fromEntries(fields.map((one) => [one.name, valueOf(one)])) as Values;
  const valueIn = (values: Readonly<Values>, name: string): unknown => values[name as keyof Values];
  const read = (form: FormData) => each(({ name, field }) => readField(form, name, field));
  return {
    read,
    blank: read(new FormData()),
    valuesOf: (row) => each(({ sentAs, field }) => initialValue(field.kind, row[sentAs])),
    entries: (values) =>
      fields.flatMap(({ name, field }) =>
        entriesOf(field.kind, valueIn(values, name)).map((text): [string, string] => [name, text]),
      ),
    errors: (values, words, { also, only } = {}) =>
      fields.flatMap(({ name, field }): FormError[] => {
        if (only?.includes(name as keyof Values) === false) return [];
        const problem = problemOf(field, valueIn(values, name));
        const text = problem ? messagesOf(name, field, words, wordsOf)[problem]() : also?.[name as keyof Values];
        return text ? [{ field: name, text }] : [];
      }),
    input: (values) =>
      Object.fromEntries(
        fields.flatMap(({ name, sentAs, sentField }) =>
          sentField ? [[sentAs, sentValue(sentField, valueIn(values, name))]] : [],
        ),
      ) as Input<Model, Fields>,
    texts: (words) =>
      Object.fromEntries(
        fields.flatMap(({ name, sentAs, field }) => {
          const { wrong, missing, tooLong } = messagesOf(name, field, words, wordsOf);
          const exact = Object.entries(field.refused ?? {}).map(([reason, text]) => [reason, text(words)] as const);
          return [['', wrong()], ['required', missing()], ['too-long', tooLong()], ...exact].map(([reason, text]) => [
            reason === '' ? sentAs : `${sentAs}:${reason}`,
            { field: name, text },
          ]);
        }),
      ) as Record<string, FormError>,
    failed: (words) => failedText(words, wordsOf),
    controls: (values, errors) => (name) => {
      const one = fields.find((field) => field.name === name);
      const value = values[name];
      return {
        id: name,
        defaultValue: typeof value === 'string' ? value : undefined,
        error: errors.find(({ field }) => field === name)?.text,
        maxLength: one && maxLengthOf(one.field),
      };
    },
  };
}
