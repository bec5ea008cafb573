import { invalid } from './stripe-error.js';

/** `a[0]=x` and `a[]=x` both give `{ a: { 0: 'x' } }`. */
export type FormValue = string | { [key: string]: FormValue };
export type Form = { [key: string]: FormValue };

/** Parses `application/x-www-form-urlencoded` with Stripe's brackets: `metadata[a]=b&expand[0]=charge`. */
export function parseForm(text: string): Form {
  const form: Form = Object.create(null) as Form;
  if (text === '') return form;
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    put(form, decode(at < 0 ? pair : pair.slice(0, at)), at < 0 ? '' : decode(pair.slice(at + 1)));
  }
  return form;
}

function put(form: Form, name: string, value: string): void {
  const keys = keysOf(name);
  let here = form;
  for (const key of keys.slice(0, -1)) {
    const place = key === '' ? String(Object.keys(here).length) : key;
    const next = here[place];
    if (typeof next === 'object') here = next;
    else here = here[place] = Object.create(null) as Form;
  }
  const last = keys.at(-1) as string;
  here[last === '' && keys.length > 1 ? String(Object.keys(here).length) : last] = value;
}

function keysOf(name: string): string[] {
  const open = name.indexOf('[');
  if (open <= 0) return [name];
  const inner = name.slice(open);
  if (!/^(\[[^[\]]*\])+$/.test(inner)) throw invalid(`Invalid parameter name: ${name}`, name);
  return [name.slice(0, open), ...inner.slice(1, -1).split('][')];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw invalid('Invalid request: the body is not valid URL encoding.');
  }
}

/** Returns the same form as `parseForm`, for in-process callers. */
export function formOf(values: object): Form {
  const form: Form = Object.create(null) as Form;
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) continue;
    form[key] =
      typeof value === 'object' && value !== null ? formOf(value as object) : value === null ? '' : `${value}`;
  }
  return form;
}
