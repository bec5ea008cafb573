import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { writing } from '../templates/writing.generated.js';

export type MessageArguments = Readonly<Record<string, unknown>>;

/** Uses of a placeholder. `options` lists the words that a select distinguishes, except `null` and `other`. */
export interface Placeholder {
  name: string;
  isNumber: boolean;
  isNullable: boolean;
  options: readonly string[];
}

export type TextFaultReason =
  | 'required'
  | 'too-long'
  | 'line-break'
  | 'not-writable'
  | 'syntax'
  | 'unsupported'
  | 'unknown-placeholder'
  | 'wrong-use'
  | 'unknown-option'
  | 'missing-plural'
  | 'missing-placeholder';

export interface TextFault {
  reason: TextFaultReason;
  /** Offset of the fault in the text; null if the whole text is meant. */
  at: number | null;
  /** Placeholder, option or plural form that is meant. */
  name: string | null;
}

/** Placeholders without which the recipient can't act. */
const needed = ['address', 'code', 'until', 'url'];

/** @throws TextFault if the text is no ICU message */
function parsed(text: string): MessageFormatElement[] {
  try {
    return parse(text, {
      ignoreTag: true,
      shouldParseSkeletons: false,
      requiresOtherClause: true,
      captureLocation: true,
    });
  } catch (error) {
    const { location } = error as { location?: { start: { offset: number } } };
    throw fault('syntax', location?.start.offset ?? null);
  }
}

function fault(reason: TextFaultReason, at: number | null = null, name: string | null = null): TextFaultError {
  return new TextFaultError({ reason, at, name });
}

class TextFaultError extends Error {
  constructor(readonly fault: TextFault) {
    super(fault.reason);
  }
}

/** Returns a function that fills in the message. It throws if a placeholder has no value. */
export function interpretMessage(text: string, tag: string): (values: MessageArguments) => string {
  const elements = parsed(text);
  const { number, plural } = writing(tag);
  const valueOf = (values: MessageArguments, name: string) => {
    if (values[name] === undefined) throw new Error(`{${name}} has no value`);
    return values[name];
  };
  const print = (list: readonly MessageFormatElement[], values: MessageArguments, count: number | null): string =>
    list.map((element) => printOne(element, values, count)).join('');
  const printOne = (element: MessageFormatElement, values: MessageArguments, count: number | null): string => {
    if (element.type === TYPE.literal) return element.value;
    if (element.type === TYPE.pound) return count === null ? '#' : number(count);
    const value = valueOf(values, element.value);
    if (element.type === TYPE.number) return number(Number(value));
    if (element.type === TYPE.plural) {
      const forms = Object.keys(element.options).map((form) => [form, form]);
      const chosen = plural(Number(value), Object.fromEntries(forms) as { other: string });
      return print(element.options[chosen]!.value, values, Number(value));
    }
    if (element.type === TYPE.select) {
      const option = element.options[String(value)] ?? element.options['other'];
      return print(option!.value, values, count);
    }
    return String(value);
  };
  return (values) => print(elements, values, null);
}

/** Returns the placeholders of a message that is known to be valid. */
export function placeholdersOf(text: string): Placeholder[] {
  const found = new Map<string, { isNumber: boolean; isNullable: boolean; options: Set<string> }>();
  for (const { element } of usesIn(parsed(text))) {
    const placeholder = found.get(element.value) ?? { isNumber: false, isNullable: false, options: new Set<string>() };
    found.set(element.value, placeholder);
    if (element.type === TYPE.number || element.type === TYPE.plural) placeholder.isNumber = true;
    if (element.type !== TYPE.select) continue;
    for (const option of Object.keys(element.options)) {
      if (option === 'null') placeholder.isNullable = true;
      else if (option !== 'other') placeholder.options.add(option);
    }
  }
  return [...found].map(([name, { options, ...kind }]) => ({ name, ...kind, options: [...options] }));
}

/** Returns the placeholders that a new text has to mention, because every variant of the original does. */
export function neededIn(original: string): string[] {
  const everywhere = onEveryPath(parsed(original));
  return needed.filter((name) => everywhere.has(name));
}

type NamedElement = Exclude<MessageFormatElement, { type: TYPE.literal | TYPE.pound | TYPE.tag }>;

interface Use {
  element: NamedElement;
  /** Placeholders that are known to have a value here. */
  present: ReadonlySet<string>;
}

function usesIn(elements: readonly MessageFormatElement[], present: ReadonlySet<string> = new Set()): Use[] {
  return elements.flatMap((element): Use[] => {
    if (element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag) return [];
    const inside =
      element.type === TYPE.select || element.type === TYPE.plural
        ? Object.entries(element.options).flatMap(([option, { value }]) =>
            usesIn(
              value,
              'null' in element.options && option !== 'null' ? new Set([...present, element.value]) : present,
            ),
          )
        : [];
    return [{ element, present }, ...inside];
  });
}

function onEveryPath(elements: readonly MessageFormatElement[]): Set<string> {
  const found = new Set<string>();
  for (const element of elements) {
    if (element.type === TYPE.argument || element.type === TYPE.number) found.add(element.value);
    if (element.type !== TYPE.select && element.type !== TYPE.plural) continue;
    const [first, ...others] = Object.values(element.options).map(({ value }) => onEveryPath(value));
    for (const name of first ?? []) if (others.every((other) => other.has(name))) found.add(name);
  }
  return found;
}

/** Compares a new text with the original. Returns null if it can replace it. */
export function faultOfText(
  text: string,
  { original, locale, longest, oneLine }: { original: string; locale: string; longest: number; oneLine: boolean },
): TextFault | null {
  if (text.trim() === '') return { reason: 'required', at: null, name: null };
  if (text.length > longest) return { reason: 'too-long', at: longest, name: String(longest) };
  const lineBreak = oneLine ? text.search(/[\r\n]/) : -1;
  if (lineBreak >= 0) return { reason: 'line-break', at: lineBreak, name: null };
  const control = text.search(/[^\P{Cc}\n]/u);
  if (control >= 0) return { reason: 'not-writable', at: control, name: null };
  try {
    const elements = parsed(text);
    const known = new Map(placeholdersOf(original).map((placeholder) => [placeholder.name, placeholder]));
    for (const use of usesIn(elements)) refuseWrongUse(use, known.get(use.element.value), locale);
    const mentioned = onEveryPath(elements);
    const missing = neededIn(original).find((name) => !mentioned.has(name));
    if (missing) throw fault('missing-placeholder', null, missing);
    return null;
  } catch (error) {
    if (error instanceof TextFaultError) return error.fault;
    throw error;
  }
}

function refuseWrongUse({ element, present }: Use, known: Placeholder | undefined, locale: string): void {
  const { type, value: name } = element;
  const at = element.location?.start.offset ?? null;
  if (!known) throw fault('unknown-placeholder', at, name);
  const wrong = () => fault('wrong-use', at, name);
  if (type === TYPE.select) {
    if (known.isNumber && !known.isNullable) throw wrong();
    const allowed = ['other', ...(known.isNullable ? ['null'] : []), ...known.options];
    const unknown = Object.keys(element.options).find((option) => !allowed.includes(option));
    if (unknown) throw fault('unknown-option', at, unknown);
    return;
  }
  if (known.options.length > 0 || (known.isNullable && !present.has(name))) throw wrong();
  if (type === TYPE.argument) {
    if (known.isNumber) throw wrong();
    return;
  }
  if (!known.isNumber) throw wrong();
  if (type === TYPE.number) {
    if (element.style) throw fault('unsupported', at, name);
    return;
  }
  if (type !== TYPE.plural || element.pluralType !== 'cardinal' || element.offset !== 0) {
    throw fault('unsupported', at, name);
  }
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories as string[];
  const unknown = Object.keys(element.options).find((form) => !form.startsWith('=') && !forms.includes(form));
  if (unknown) throw fault('unknown-option', at, unknown);
  // The Spanish form “many” is for whole millions; “other” replaces it.
  const missing = forms.find((form) => form !== 'many' && !(form in element.options));
  const isExact = Object.keys(element.options).some((form) => form.startsWith('='));
  if (missing && !isExact) throw fault('missing-plural', at, missing);
}
