import { parse, TYPE } from '@formatjs/icu-messageformat-parser';

/**
 * Compiles an ICU message to a TypeScript expression and returns the types of its arguments.
 * A plain argument is a `string`, a number or plural a `number`, a select the union of its options (`true`/`other` a
 * `boolean`, `null` a nullable string). Syntax unfamiliar to translators (dates, tags, skeletons) is rejected.
 * @param {string} text the message
 * @param {string} language determines the required plural forms
 * @returns {{ code: string, args: Map<string, string>, uses: Set<string> }} `uses`: helpers that the code calls;
 * arguments can't have their names
 */
export function compileMessage(text, language) {
  const facts = { kinds: new Map(), uses: new Set(), language };
  const code = printElements(parsed(text), facts, null);
  const args = new Map([...facts.kinds].map(([name, kinds]) => [name, typeOf(name, kinds)]));
  return { code, args, uses: facts.uses };
}

export function literalsOf(text) {
  const found = [];
  const visitElements = (elements) => {
    for (const element of elements) {
      if (element.type === TYPE.literal) found.push(element.value);
      for (const { value } of Object.values(element.options ?? {})) visitElements(value);
    }
  };
  visitElements(parsed(text));
  return found;
}

function parsed(text) {
  try {
    return parse(text, { ignoreTag: true, shouldParseSkeletons: false, requiresOtherClause: true });
  } catch (error) {
    throw new Error(`is no ICU message (${error.message})`, { cause: error });
  }
}

/** Returns a template literal, or a string without arguments. `counted` is the argument of the enclosing plural. */
function printElements(elements, facts, counted) {
  if (elements.every(({ type }) => type === TYPE.literal))
    return quoteText(elements.map(({ value }) => value).join(''));
  const only = elements.length === 1 && elements[0].type !== TYPE.argument ? elements[0] : null;
  if (only) return printElement(only, facts, counted);
  const parts = elements.map((element) =>
    element.type === TYPE.literal
      ? element.value.replace(/[\\`]|\$(?=\{)/g, '\\$&').replaceAll('\n', '\\n')
      : `\${${printElement(element, facts, counted)}}`,
  );
  return `\`${parts.join('')}\``;
}

function printElement(element, facts, counted) {
  const { type, value: name } = element;
  if (type === TYPE.pound) return number(counted, facts);
  rememberPlaceholder(name, element, facts);
  if (type === TYPE.argument) return name;
  if (type === TYPE.number && !element.style) return number(name, facts);
  if (type === TYPE.plural && element.pluralType === 'cardinal' && element.offset === 0) return plural(element, facts);
  if (type === TYPE.select) return select(element, facts, counted);
  throw new Error(`asks for something else of {${name}} than a text, a number, a plural or a select`);
}

function number(name, facts) {
  facts.uses.add('$number');
  return `$number(${name})`;
}

function plural({ value: name, options }, facts) {
  const named = Object.keys(options).filter((form) => !form.startsWith('='));
  const has = new Intl.PluralRules(facts.language).resolvedOptions().pluralCategories;
  const unknown = named.filter((form) => !has.includes(form));
  if (unknown.length) throw new Error(`{${name}} has no plural form ${unknown.join(', ')} in this language`);
  // The Spanish form “many” is for whole millions ("1 millón de …"); "other" replaces it.
  const needed = has.filter((form) => form !== 'many');
  const exact = named.length === 1 && Object.keys(options).length > 1;
  const missing = exact ? [] : needed.filter((form) => !named.includes(form));
  if (missing.length) throw new Error(`{${name}} lacks the plural form ${missing.join(', ')}`);
  facts.uses.add('$plural');
  const forms = Object.entries(options).map(
    ([form, { value }]) => `${form.startsWith('=') ? `'${form}'` : form}: ${printElements(value, facts, name)}`,
  );
  return `$plural(${name}, { ${forms.join(', ')} })`;
}

function select({ value: name, options }, facts, counted) {
  const { other, ...others } = options;
  const cases = Object.entries(others).map(([word, { value }]) => {
    const is =
      word === 'true'
        ? name
        : word === 'false'
          ? `!${name}`
          : `${name} === ${word === 'null' ? word : quoteText(word)}`;
    return `${is} ? ${printElements(value, facts, counted)} : `;
  });
  return `(${cases.join('')}${printElements(other.value, facts, counted)})`;
}

function rememberPlaceholder(name, { type, options }, { kinds }) {
  if (!/^[a-z]\w*$/i.test(name)) throw new Error(`{${name}} is no name of an argument`);
  const known = kinds.get(name) ?? new Set();
  kinds.set(name, known);
  if (type === TYPE.argument) known.add('gap');
  else if (type !== TYPE.select) known.add('number');
  else for (const word of Object.keys(options)) if (word !== 'other') known.add(`=${word}`);
}

function typeOf(name, kinds) {
  const hasKind = (kind) => kinds.has(kind);
  const words = [...kinds].filter((kind) => kind.startsWith('='));
  const orNull = hasKind('=null') ? ' | null' : '';
  if (hasKind('number') && !hasKind('gap') && words.length === (orNull ? 1 : 0)) return `number${orNull}`;
  if (words.length === (orNull ? 1 : 0)) {
    if (hasKind('number')) throw new Error(`{${name}} is a number in one place and a text in another`);
    return `string${orNull}`;
  }
  if (hasKind('gap') || hasKind('number')) throw new Error(`{${name}} is chosen by and filled in: use two arguments`);
  if (words.every((word) => word === '=true' || word === '=false')) return 'boolean';
  return [...words.map((word) => word.slice(1)), 'other'].map((word) => quoteText(word)).join(' | ');
}

/** Uses the formatter's quotes. */
export function quoteText(text) {
  const json = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return text.includes("'") && !text.includes('"') ? JSON.stringify(text) : `'${json.replaceAll("'", "\\'")}'`;
}
