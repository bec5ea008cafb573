import { formValues, type FormValues, type InputModel, type ModelField } from '@upstander/web-kit';
import { randomUuid } from '../../api/new-key';

/** By path, for example `title` or `shifts.0.role`. */
export type Problems = Readonly<Record<string, string | undefined>>;

/** Texts of a form: the label under the field's name, its description under `nameHint`, and no choice under `nameNone`. */
export type FieldLabels = Readonly<Record<string, unknown>>;

/** Names of the fields that have a label. */
export type LabeledName<Labels> = string extends keyof Labels
  ? string
  : { [Name in keyof Labels & string]: Labels[Name] extends string ? Name : never }[keyof Labels & string];

interface ControlProps {
  /** Tells fields apart where labels repeat, for example in rows. */
  'data-path': string;
  error: string | undefined;
}

export interface TextProps extends ControlProps {
  value: string;
  required: boolean;
  maxLength?: number;
  onChange: (event: { currentTarget: { value: string } }) => void;
}

export interface FlagProps extends ControlProps {
  checked: boolean;
  onChange: (event: { currentTarget: { checked: boolean } }) => void;
}

export interface ListProps extends ControlProps {
  value: string[];
  required: boolean;
  onChange: (list: string[]) => void;
}

type NameOf<Values, Value> = {
  [Name in keyof Values & string]: Values[Name] extends Value ? Name : never;
}[keyof Values & string];

type AnyRow = object & { key: string };
type RowOf<Value> = Value extends ReadonlyArray<infer Row> ? Row : never;

/** Fields of a form, of a nested input, or of a row. */
export interface FormFields<Values> {
  model: InputModel;
  labels: FieldLabels;
  currency: string;
  values: Values;
  set: <Name extends keyof Values & string>(name: Name, value: Values[Name]) => void;
  errorOf: (name: keyof Values & string) => string | undefined;
  field: (name: NameOf<Values, string>) => TextProps;
  flag: (name: NameOf<Values, boolean>) => FlagProps;
  list: (name: NameOf<Values, readonly string[]>) => ListProps;
  /** The nested fields have the labels of the form unless others are given. */
  nested: <Name extends keyof Values & string>(name: Name, labels?: FieldLabels) => FormFields<Values[Name]>;
  rows: <Name extends NameOf<Values, readonly AnyRow[]>>(
    name: Name,
    labels?: FieldLabels,
  ) => Array<RowFields<RowOf<Values[Name]>>>;
  addRow: <Name extends NameOf<Values, readonly AnyRow[]>>(name: Name, values?: Partial<RowOf<Values[Name]>>) => void;
}

export interface RowFields<Values> extends FormFields<Values> {
  key: string;
  remove: () => void;
  /** Moves the row up (negative) or down. */
  move: (by: number) => void;
}

export interface FieldsContext {
  currency: string;
  errors: Problems;
  /** Collects fields that show their own errors; the end of the form lists the errors of all others. */
  shown: Set<string>;
  change: (path: string, value: unknown) => void;
  changeRows: (path: string, change: (rows: readonly AnyRow[]) => readonly AnyRow[]) => void;
}

/** Returns the fields at a path: `` for the form itself, or for example `shifts.0.`. */
export function fieldsAt<Values>(
  context: FieldsContext,
  model: InputModel,
  labels: FieldLabels,
  values: Values,
  path = '',
): FormFields<Values> {
  const at = values as Readonly<Record<string, unknown>>;
  const errorOf = (name: string) => {
    context.shown.add(path + name);
    return context.errors[path + name];
  };
  const set = (name: string, value: unknown) => context.change(path + name, value);
  const control = (name: string) => ({ 'data-path': path + name, error: errorOf(name) });
  const isRequired = (name: string) => model[name]?.required === true;
  return {
    model,
    labels,
    currency: context.currency,
    values,
    set,
    errorOf,
    field: (name) => {
      const maxLength = longestText(model[name]);
      return {
        ...control(name),
        required: isRequired(name),
        value: at[name] as string,
        ...(maxLength !== undefined && { maxLength }),
        onChange: (event) => set(name, event.currentTarget.value),
      };
    },
    flag: (name) => ({
      ...control(name),
      checked: at[name] as boolean,
      onChange: (event) => set(name, event.currentTarget.checked),
    }),
    list: (name) => ({
      ...control(name),
      required: isRequired(name),
      value: [...(at[name] as readonly string[])],
      onChange: (list) => set(name, list),
    }),
    nested: (name, own = labels) => fieldsAt(context, model[name]?.fields ?? {}, own, values[name], `${path}${name}.`),
    rows: (name, own = labels) =>
      (at[name] as readonly AnyRow[]).map((row, index) => ({
        ...fieldsAt(
          context,
          model[name]?.fields ?? {},
          own,
          row as unknown as RowOf<Values[typeof name]>,
          `${path}${name}.${index}.`,
        ),
        key: row.key,
        remove: () => context.changeRows(path + name, (rows) => rows.filter((_, other) => other !== index)),
        move: (by) => context.changeRows(path + name, (rows) => moved(rows, index, index + by)),
      })),
    addRow: (name, own) =>
      context.changeRows(path + name, (rows) => [
        ...rows,
        { ...formValues(model[name]?.fields ?? {}, null), ...own, key: randomUuid() },
      ]),
  };
}

export function withValueAt<Values>(values: Values, path: string, change: (value: never) => unknown): Values {
  const [name = '', ...rest] = path.split('.');
  const before = (values as Record<string, unknown>)[name];
  const value = rest.length > 0 ? withValueAt(before, rest.join('.'), change) : change(before as never);
  if (!Array.isArray(values)) return { ...values, [name]: value };
  return values.map((row: unknown, index) => (index === Number(name) ? value : row)) as Values;
}

/**
 * Returns the path of a field in a refusal: `input.shifts[0].role` is `shifts.0.role`, and `goal.amountMinor` the amount
 * `goal`.
 */
export function pathOf(model: InputModel, field: string): string {
  const path = field.replace(/^input\./, '').replace(/\[(\d+)\]/g, '.$1');
  const [first = ''] = path.split('.');
  return model[first]?.kind === 'money' ? first : path;
}

/** Returns the model with limits and required fields that the API's input doesn't have. */
export function modelFor<Model extends InputModel>(
  model: Model,
  required: readonly string[] = [],
  limits: Readonly<Record<string, number>> = {},
): Model {
  const fields = Object.entries(model).map(([name, field]) => {
    const max = field.max ?? limits[name];
    const own: ModelField = { ...field, required: field.required || required.includes(name) };
    return [name, max === undefined ? own : { ...own, max }];
  });
  return Object.fromEntries(fields) as Model;
}

export function foundProblems(problems: Problems): Record<string, string> {
  return Object.fromEntries(Object.entries(problems).filter(([, text]) => text !== undefined)) as Record<
    string,
    string
  >;
}

export function trimmed<Values extends object>(values: Values): Values {
  const entries = Object.entries(values).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'string' ? value.trim() : value,
  ]);
  return Object.fromEntries(entries) as Values;
}

export type ValuesOf<Model extends InputModel, Omitted extends string = never> = Omit<FormValues<Model>, Omitted>;

function longestText(field: ModelField | undefined): number | undefined {
  return field?.kind === 'count' || field?.kind === 'list' ? undefined : field?.max;
}

function moved<Row>(rows: readonly Row[], from: number, to: number): Row[] {
  const others = rows.filter((_, index) => index !== from);
  return [...others.slice(0, to), rows[from]!, ...others.slice(to)];
}
