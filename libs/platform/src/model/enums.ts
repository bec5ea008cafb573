import { registerEnumType } from '@nestjs/graphql';

/** A value of an enum. `name` is its name in the API if that isn't the value in capitals. */
interface ValueOptions {
  description: string;
  name?: string;
}

interface StatusOptions<Value extends string> extends ValueOptions {
  /** True if a row may start in this status. If no status is initial, any may be. */
  initial?: true;
  to: readonly Value[];
}

/** `receipt-issued` and `receipt_issued` are named `RECEIPT_ISSUED`. */
type EnumNameOf<Value extends string> = Value extends `${infer Head}-${infer Tail}`
  ? `${Uppercase<Head>}_${EnumNameOf<Tail>}`
  : Uppercase<Value>;

type EnumObject<Values extends Record<string, unknown>> = {
  readonly [
    Value in keyof Values & string as Values[Value] extends { name: infer Name extends string }
      ? Name
      : EnumNameOf<Value>
  ]: Value;
};

export type EnumOf<Enum> = Enum[keyof Enum];

export interface StatusRules<Value extends string = string> {
  initial: readonly Value[] | null;
  to: Readonly<Record<Value, readonly Value[]>>;
}

const rules = new WeakMap<object, StatusRules>();

/**
 * `enumOf('GiftMethod', 'How a gift was paid.', { in_kind: '…' })` is `{ IN_KIND: 'in_kind' }`.
 *
 * @param values description of each value, or its description and the name it has in the API
 */
export function enumOf<const Values extends Readonly<Record<string, string | ValueOptions>>>(
  name: string,
  description: string,
  values: Values,
): EnumObject<Values> {
  const entries = Object.entries(values).map(([value, options]) => {
    const { name: own, ...rest } = typeof options === 'string' ? { description: options } : (options as ValueOptions);
    return { value, name: own ?? value.toUpperCase().replaceAll('-', '_'), description: rest.description };
  });
  const result = Object.fromEntries(entries.map((entry) => [entry.name, entry.value])) as EnumObject<Values>;
  registerEnumType(result, {
    name,
    description,
    valuesMap: Object.fromEntries(entries.map((entry) => [entry.name, { description: entry.description }])) as object,
  });
  return result;
}

/**
 * Like `enumOf`, with the transitions between the statuses. For models with a `@Status` field the database rejects every
 * other transition (db/status-changes.ts).
 */
export function statusOf<const Values extends Readonly<Record<string, StatusOptions<string>>>>(
  name: string,
  description: string,
  values: Values & Readonly<Record<keyof Values, StatusOptions<keyof Values & string>>>,
): EnumObject<Values> {
  const result = enumOf(name, description, values as Values);
  const entries: Array<[string, StatusOptions<string>]> = Object.entries(values);
  const initial = entries.filter(([, options]) => options.initial).map(([value]) => value);
  rules.set(result, {
    initial: initial.length ? initial : null,
    to: Object.fromEntries(entries.map(([value, { to }]) => [value, to])),
  });
  return result;
}

/** @throws Error if the enum was not made by `statusOf` */
export function statusRules<Enum extends object>(status: Enum): StatusRules<EnumOf<Enum> & string> {
  const found = rules.get(status);
  if (!found) throw new Error('These statuses have no transitions: use statusOf.');
  return found as StatusRules<EnumOf<Enum> & string>;
}

export function statusesBefore<Enum extends object>(
  status: Enum,
  to: EnumOf<Enum> & string,
): Array<EnumOf<Enum> & string> {
  const { to: changes } = statusRules(status);
  return (Object.keys(changes) as Array<EnumOf<Enum> & string>).filter((from) => changes[from].includes(to));
}

export function canChange<Enum extends object>(
  status: Enum,
  from: EnumOf<Enum> & string,
  to: EnumOf<Enum> & string,
): boolean {
  return statusRules(status).to[from].includes(to);
}
