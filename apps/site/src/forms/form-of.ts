import type { Catalogue } from '@upstander/web-kit';
import type { FormError } from './error-summary';
import { longText, shortText } from './typed';

/** A text for the reader, in their language. */
export type Say = (words: Catalogue) => string;

/** What a form knows of one of its fields. */
export interface Rule {
  /** How many characters the API takes; `limits` of the web kit says it, which is printed from the models. */
  most?: number;
  /** A text of several lines, which keeps them. */
  lines?: true;
  /** Said where nothing was typed; a field without it may stay empty. */
  missing?: Say;
  /** What it is called where it is too long. */
  label?: Say;
  /** Whether what was typed can be right at all. Whether it is, the API knows. */
  fits?: (typed: string) => boolean;
  /** Said of what does not fit, and of what the API refuses. */
  wrong?: Say;
  /** Said where the API is more exact: `{ 'too-large': … }`. */
  refused?: Readonly<Record<string, Say>>;
  /** The id a message leads to, where it is not the name: of several buttons the first. */
  at?: string;
  /** The API's name for it, where it has another. */
  sentAs?: string;
}

/** What was typed, by field. */
export type Typed<Form> = Form extends FormOf<infer Name> ? Record<Name, string> : never;

export interface FormOf<Name extends string> {
  /** Everything as typed, nothing cut off: what is too long comes back whole. */
  read(form: FormData): Record<Name, string>;
  /**
   * What is wrong, in the order of the form. `also` is what hangs on more than the field itself and is said where the
   * rules found nothing; `only` names the fields that were in the form, in its order.
   */
  errors(
    typed: Readonly<Record<Name, string>>,
    words: Catalogue,
    more?: { also?: Readonly<Partial<Record<Name, string | false | null>>>; only?: readonly Name[] },
  ): FormError[];
  /** What stands at a field that the API refuses, for `refused`. */
  texts(words: Catalogue): Record<string, FormError>;
  /** What a control begins with: its name, what was typed, what is wrong with it, how long it may be. */
  controls(typed: Readonly<Partial<Record<Name, string>>>, errors: readonly FormError[]): (name: Name) => Control;
}

/** What a field of the page is given. */
export interface Control {
  id: string;
  defaultValue?: string;
  error?: string;
  maxLength?: number;
}

/** One form, said once: how its fields are read, checked, refused and drawn. The rules stand in the order of the page. */
export function formOf<Name extends string>(rules: Readonly<Record<Name, Rule>>): FormOf<Name> {
  const all = Object.entries(rules) as Array<[Name, Rule]>;
  const names = all.map(([name]) => name);
  return {
    read: (form) =>
      Object.fromEntries(
        all.map(([name, { lines }]) => [name, lines ? longText(form, name) : shortText(form, name, Infinity)]),
      ) as Record<Name, string>,
    errors: (typed, words, { also, only = names } = {}) =>
      only.flatMap((name): FormError[] => {
        const rule = rules[name];
        const text = faultOf(rule, typed[name])?.(words) || also?.[name];
        return text ? [{ field: rule.at ?? name, text }] : [];
      }),
    texts: (words) => Object.fromEntries(all.flatMap(([name, rule]) => textsOf(name, rule, words))),
    controls: (typed, errors) => (name) => ({
      id: name,
      defaultValue: typed[name],
      error: errors.find(({ field }) => field === (rules[name].at ?? name))?.text,
      maxLength: rules[name].most,
    }),
  };
}

/** What to say of it; a fault that a rule has no words for is the API's to find. */
function faultOf(rule: Rule, typed: string): Say | undefined {
  if (typed === '') return rule.missing;
  if (typed.length > (rule.most ?? Infinity)) return tooLong(rule);
  return rule.fits && !rule.fits(typed) ? rule.wrong : undefined;
}

const tooLong =
  ({ label, most = 0 }: Rule): Say =>
  (words) =>
    words.site.errors.tooLong({ label: label?.(words) ?? null, most });

function textsOf(name: string, rule: Rule, words: Catalogue): Array<[string, FormError]> {
  const field = rule.at ?? name;
  const sent = rule.sentAs ?? name;
  const plain = rule.wrong ?? (rule.most === undefined ? rule.missing : tooLong(rule));
  const exact = Object.entries(rule.refused ?? {});
  return [
    ...(plain ? [[sent, { field, text: plain(words) }] as [string, FormError]] : []),
    ...exact.map(([why, say]): [string, FormError] => [`${sent}:${why}`, { field, text: say(words) }]),
  ];
}
