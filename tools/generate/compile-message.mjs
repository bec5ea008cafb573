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
  const code = written(parsed(text), facts, null);
  const args = new Map([...facts.kinds].map(([name, kinds]) => [name, typeOf(name, kinds)]));
  return { code, args, uses: facts.uses };
}

export function literalsOf(text) {
  const found = [];
  const look = (elements) => {
    for (const element of elements) {
      if (element.type === TYPE.literal) found.push(element.value);
      for (const { value } of Object.values(element.options ?? {})) look(value);
    }
  };
  look(parsed(text));
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
function written(elements, facts, counted) {
  if (elements.every(({ type }) => type === TYPE.literal)) return quoted(elements.map(({ value }) => value).join(''));
  const only = elements.length === 1 && elements[0].type !== TYPE.argument ? elements[0] : null;
  if (only) return filled(only, facts, counted);
  const parts = elements.map((element) =>
    element.type === TYPE.literal
      ? element.value.replace(/[\\`]|\$(?=\{)/g, '\\$&').replaceAll('\n', '\\n')
      : `\${${filled(element, facts, counted)}}`,
  );
  return `\`${parts.join('')}\``;
}

function filled(element, facts, counted) {
  const { type, value: name } = element;
  if (type === TYPE.pound) return number(counted, facts);
  remember(name, element, facts);
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
    ([form, { value }]) => `${form.startsWith('=') ? `'${form}'` : form}: ${written(value, facts, name)}`,
  );
  return `$plural(${name}, { ${forms.join(', ')} })`;
}

function select({ value: name, options }, facts, counted) {
  const { other, ...others } = options;
  const cases = Object.entries(others).map(([word, { value }]) => {
    const is =
      word === 'true' ? name : word === 'false' ? `!${name}` : `${name} === ${word === 'null' ? word : quoted(word)}`;
    return `${is} ? ${written(value, facts, counted)} : `;
  });
  return `(${cases.join('')}${written(other.value, facts, counted)})`;
}

function remember(name, { type, options }, { kinds }) {
  if (!/^[a-z]\w*$/i.test(name)) throw new Error(`{${name}} is no name of an argument`);
  const known = kinds.get(name) ?? new Set();
  kinds.set(name, known);
  if (type === TYPE.argument) known.add('gap');
  else if (type !== TYPE.select) known.add('number');
  else for (const word of Object.keys(options)) if (word !== 'other') known.add(`=${word}`);
}

function typeOf(name, kinds) {
  const has = (kind) => kinds.has(kind);
  const words = [...kinds].filter((kind) => kind.startsWith('='));
  const orNull = has('=null') ? ' | null' : '';
  if (has('number') && !has('gap') && words.length === (orNull ? 1 : 0)) return `number${orNull}`;
  if (words.length === (orNull ? 1 : 0)) {
    if (has('number')) throw new Error(`{${name}} is a number in one place and a text in another`);
    return `string${orNull}`;
  }
  if (has('gap') || has('number')) throw new Error(`{${name}} is chosen by and filled in: use two arguments`);
  if (words.every((word) => word === '=true' || word === '=false')) return 'boolean';
  return [...words.map((word) => word.slice(1)), 'other'].map((word) => quoted(word)).join(' | ');
}

/** Formats a string literal like Prettier. */
export function quoted(text) {
  const json = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return text.includes("'") && !text.includes('"') ? JSON.stringify(text) : `'${json.replaceAll("'", "\\'")}'`;
}
