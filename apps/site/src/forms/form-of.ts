import type { Catalogue } from '@upstander/web-kit';
import type { FormError } from './error-summary';
import { longText, shortText } from './text-rules';

/** Returns a text in the reader's language. */
export type LocalizedText = (words: Catalogue) => string;

export interface Rule {
  /** Maximum length accepted by the API, from the generated `limits` of the web kit. */
  most?: number;
  /** A multi-line text that keeps its line breaks. */
  lines?: true;
  /** Message for an empty field. A field without it is optional. */
  missing?: LocalizedText;
  /** Name of the field in the message for too long a text. */
  label?: LocalizedText;
  /** Returns false for text that can't be valid. The API does the full validation. */
  fits?: (typed: string) => boolean;
  /** Message for text that doesn't fit or that the API rejects. */
  wrong?: LocalizedText;
  /** Messages for specific problems reported by the API: `{ 'too-large': … }`. */
  refused?: Readonly<Record<string, LocalizedText>>;
  /** ID that a message links to, if it's not the name: for radio buttons the first. */
  at?: string;
  /** Name of the field in the API, if it differs. */
  sentAs?: string;
}

export type FormTexts<Form> = Form extends FormDefinition<infer Name> ? Record<Name, string> : never;

export interface FormDefinition<Name extends string> {
  /** Reads everything as typed. Text that is too long is kept whole. */
  read(form: FormData): Record<Name, string>;
  /**
   * Returns the errors in the order of the form. `also` contains errors that involve several fields; they are used
   * where the rules found none. `only` limits the check to these fields.
   */
  errors(
    typed: Readonly<Record<Name, string>>,
    words: Catalogue,
    more?: { also?: Readonly<Partial<Record<Name, string | false | null>>>; only?: readonly Name[] },
  ): FormError[];
  /** Returns the messages for fields that the API rejects, for `refused`. */
  texts(words: Catalogue): Record<string, FormError>;
  /** Returns the attributes of a control: its name, typed value, error and maximum length. */
  controls(typed: Readonly<Partial<Record<Name, string>>>, errors: readonly FormError[]): (name: Name) => Control;
}

export interface Control {
  id: string;
  defaultValue?: string;
  error?: string;
  maxLength?: number;
}

/**
 * Defines a form in one place: how its fields are read, checked and rendered.
 * The rules are in the order of the page.
 */
export function defineForm<Name extends string>(rules: Readonly<Record<Name, Rule>>): FormDefinition<Name> {
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

/** Returns the message for a value. Faults without a rule are left to the API. */
function faultOf(rule: Rule, typed: string): LocalizedText | undefined {
  if (typed === '') return rule.missing;
  if (typed.length > (rule.most ?? Infinity)) return tooLong(rule);
  return rule.fits && !rule.fits(typed) ? rule.wrong : undefined;
}

const tooLong =
  ({ label, most = 0 }: Rule): LocalizedText =>
  (words) =>
    words.site.errors.tooLong({ label: label?.(words) ?? null, most });

function textsOf(name: string, rule: Rule, words: Catalogue): Array<[string, FormError]> {
  const field = rule.at ?? name;
  const sent = rule.sentAs ?? name;
  const plain = rule.wrong ?? (rule.most === undefined ? rule.missing : tooLong(rule));
  const exact = Object.entries(rule.refused ?? {});
  return [
    ...(plain ? [[sent, { field, text: plain(words) }] as [string, FormError]] : []),
    ...exact.map(([reason, message]): [string, FormError] => [`${sent}:${reason}`, { field, text: message(words) }]),
  ];
}
