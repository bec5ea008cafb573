import type Stripe from 'stripe';
import type { Form, FormValue } from './form.js';
import { invalid } from './stripe-error.js';

/** `name` is the full parameter name, for error messages. */
export interface Param<T, Required extends boolean = false> {
  required: Required;
  read(value: FormValue, name: string): T;
}

export type Shape = Record<string, Param<unknown, boolean>>;

type RequiredKeys<S extends Shape> = { [K in keyof S]: S[K] extends Param<unknown, true> ? K : never }[keyof S];
type Value<P> = P extends Param<infer T, boolean> ? T : never;

export type ParsedShape<S extends Shape> = { [K in RequiredKeys<S>]: Value<S[K]> } & {
  [K in Exclude<keyof S, RequiredKeys<S>>]?: Value<S[K]>;
};

function param<T>(read: (value: FormValue, name: string) => T): Param<T> {
  return { required: false, read };
}

export function required<T>(inner: Param<T>): Param<T, true> {
  return { ...inner, required: true };
}

export function clearable<T>(inner: Param<T>): Param<T | null> {
  return param((value, name) => (value === '' ? null : inner.read(value, name)));
}

/** Accepts a string. @param longest maximum length; 5,000 is Stripe's general limit */
export function text(longest = 5_000): Param<string> {
  return param((value, name) => {
    if (typeof value !== 'string') throw invalid(`Invalid string: ${JSON.stringify(value)}`, name);
    if (value === '') {
      throw invalid(
        `You passed an empty string for '${name}'. We assume empty values are an attempt to unset a parameter; however '${name}' cannot be unset. You should remove '${name}' from your request or supply a non-empty value.`,
        name,
        'parameter_invalid_empty',
      );
    }
    if (value.length > longest) {
      throw invalid(
        `Invalid string: ${value.slice(0, 20)}...${value.slice(-10)}; must be at most ${longest} characters`,
        name,
        'parameter_invalid_string_blank',
      );
    }
    return value;
  });
}

export function email(): Param<string> {
  return param((value, name) => {
    const address = text(512).read(value, name);
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) return address;
    throw invalid(`Invalid email address: ${address}`, name, 'email_invalid');
  });
}

export function address(): Param<string> {
  return param((value, name) => {
    const url = text().read(value, name);
    try {
      if (/^https?:$/.test(new URL(url).protocol)) return url;
    } catch {
      // Not a URL.
    }
    throw invalid('Not a valid URL', name, 'url_invalid');
  });
}

export function integer({ least = 0, most = 99_999_999_999 } = {}): Param<number> {
  return param((value, name) => {
    if (typeof value !== 'string' || !/^-?\d+$/.test(value)) {
      throw invalid(
        `Invalid integer: ${typeof value === 'string' ? value : 'object'}`,
        name,
        'parameter_invalid_integer',
      );
    }
    const number = Number(value);
    if (number < least) {
      throw invalid(`This value must be greater than or equal to ${least}.`, name, 'parameter_invalid_integer');
    }
    if (number > most) {
      throw invalid(`This value must be less than or equal to ${most}.`, name, 'parameter_invalid_integer');
    }
    return number;
  });
}

export function flag(): Param<boolean> {
  return param((value, name) => {
    if (value === 'true' || value === 'false') return value === 'true';
    throw invalid(`Invalid boolean: ${String(value)}`, name);
  });
}

export function oneOf<const T extends string>(...allowed: readonly T[]): Param<T> {
  return param((value, name) => {
    if (allowed.includes(value as T)) return value as T;
    const said = allowed.length > 1 ? `${allowed.slice(0, -1).join(', ')}, or ${allowed.at(-1)}` : allowed[0];
    throw invalid(`Invalid ${name}: must be one of ${said}`, name);
  });
}

export function currency(): Param<string> {
  return param((value, name) => {
    const code = text().read(value, name).toLowerCase();
    if (/^[a-z]{3}$/.test(code)) return code;
    throw invalid(`Invalid currency: ${code}.`, name);
  });
}

export function objectParam<S extends Shape>(members: S): Param<ParsedShape<S>> {
  return param((value, name) => {
    if (typeof value === 'string') throw invalid('Invalid object', name);
    return readShape(value, members, name);
  });
}

export function list<T>(item: Param<T>): Param<T[]> {
  return param((value, name) => {
    if (value === '') return [];
    if (typeof value === 'string' || Object.keys(value).some((key) => !/^\d+$/.test(key))) {
      throw invalid('Invalid array', name);
    }
    const keys = Object.keys(value).sort((one, other) => Number(one) - Number(other));
    return keys.map((key) => item.read(value[key] as FormValue, `${name}[${key}]`));
  });
}

export const place = objectParam({
  city: clearable(text()),
  country: clearable(text()),
  line1: clearable(text()),
  line2: clearable(text()),
  postal_code: clearable(text()),
  state: clearable(text()),
});
export type Place = ReturnType<(typeof place)['read']>;

export const shippingDetails = objectParam({
  address: required(place),
  carrier: text(),
  name: required(text()),
  phone: text(20),
  tracking_number: text(),
});

/** Fills missing members with null. */
export function addressOf(given: Place | null | undefined): Stripe.Address | null {
  if (!given) return null;
  const { city = null, country = null, line1 = null, line2 = null, postal_code = null, state = null } = given;
  return { city, country, line1, line2, postal_code, state };
}

export function ignoredParam(): Param<unknown> {
  return param((value) => value);
}

/** Rejects unknown parameters first, then missing ones, then invalid ones. */
export function readShape<S extends Shape>(form: Form, members: S, within = ''): ParsedShape<S> {
  const name = (key: string): string => (within ? `${within}[${key}]` : key);
  const unknown = Object.keys(form).filter((key) => !Object.hasOwn(members, key));
  if (unknown.length > 0) {
    const names = unknown.map(name);
    throw invalid(
      `Received unknown parameter${names.length > 1 ? 's' : ''}: ${names.join(', ')}`,
      names[0],
      'parameter_unknown',
    );
  }
  const values: Record<string, unknown> = {};
  for (const [key, { required: mustBe }] of Object.entries(members)) {
    if (mustBe && form[key] === undefined) {
      throw invalid(`Missing required param: ${name(key)}.`, name(key), 'parameter_missing');
    }
  }
  for (const [key, value] of Object.entries(form))
    values[key] = (members[key] as Param<unknown>).read(value, name(key));
  return values as ParsedShape<S>;
}
