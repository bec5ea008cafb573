import { basename, dirname, join } from 'node:path/posix';

/** Names that are also everyday words, so only the class and the table are searched, and not in texts people read. */
const singleWord = /^[A-Z][a-z0-9]*$/;

const comment = /\/\*[\s\S]*?\*\/|(?<![:'"`\w])\/\/.*|^\s*--.*$/;
const quoted = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/;
const commentOrQuoted = new RegExp(`${comment.source}|${quoted.source}`, 'gm');

/** Removes comments and quoted texts with a space. Templates with backticks stay: they're GraphQL, SQL or code. */
const withoutProse = (text) => text.replace(commentOrQuoted, (part) => (/^['"][^ ]*$/.test(part) ? part : ''));

/** Removes comments only, because SQL can be quoted. */
const withoutComments = (text) => text.replace(commentOrQuoted, (part) => (/^['"]/.test(part) ? part : ''));

/** Returns the entities in these sources: class, folder and `schema.table`. `sources` maps paths to texts. */
export function nounsIn(sources) {
  const nouns = [];
  for (const [path, text] of Object.entries(sources)) {
    if (!path.endsWith('.ts')) continue;
    for (const [, options, name] of text.matchAll(/@Entity\(\s*(\{[^}]*\}|'[^']*'[^)]*)\)[\s\S]*?class (\w+)/g)) {
      const [, schema] = /schema: '(\w+)'/.exec(options) ?? [];
      const [, table] = /name: '(\w+)'/.exec(options) ?? [];
      nouns.push({ name, table: schema && table ? `${schema}.${table}` : null, folder: dirname(path) });
    }
  }
  return nouns;
}

/** Files with another noun of the same name: an advocate's hold on a sealed record (`sealed.legal_hold`) has no entity. */
const namesakes = {
  LegalHold:
    /^libs\/advocacy\/|^db\/(?:sealed-migrations|policies\/sealed|demo\/advocacy)\/|\/admin\/(?:src\/)?advocacy|^apps\/admin\/src\/parts\/record\//,
};

/** Returns the paths that name a noun: in any spelling, or in code by class and table if it's a single word. */
export function filesNaming({ name, table }, sources) {
  const named = singleWord.test(name) ? namesWord(name, table, sources) : namesInAnySpelling(name);
  const isNamesake = (path, text) => namesakes[name]?.test(path) && !text.includes(table);
  return Object.entries(sources)
    .filter(([path, text]) => named(path, text) && !isNamesake(path, text))
    .map(([path]) => path);
}

function namesInAnySpelling(name) {
  const pattern = new RegExp(`(?:${spellings(name).join('|')})(?:s|es)?(?![a-z])`);
  return (path, text) => pattern.test(text) || pattern.test(path);
}

/**
 * Searches the class in code and the table in SQL. `Stripe.Event` is the class of a library, `words.volunteers.hours` is
 * no table, and `<Hours>` is no entity if the file declares or imports a component of that name.
 */
function namesWord(name, table, sources) {
  const inCode = new RegExp(`(?<!\\b[A-Z]\\w*\\.)\\b${name}\\b`);
  const inGraphql = new RegExp(`\\bon ${name}\\b`);
  const inSql = table ? new RegExp(`(?<!\\w\\.)\\b${table.replace('.', '\\.')}\\b`) : /(?!)/;
  const component = new RegExp(`\\bfunction ${name}\\(`);
  const imported = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '(\\.[^']+)'`);
  const isComponent = (path, text) => {
    const from = imported.exec(text)?.[1];
    return component.test(from ? sources[`${join(dirname(path), from)}.tsx`] : text);
  };
  return (path, text) => {
    if (path.endsWith('.json')) return false;
    if (inSql.test(withoutComments(text))) return true;
    const code = withoutProse(text);
    return inCode.test(code) && (inGraphql.test(code) || !isComponent(path, text));
  };
}

/**
 * True for a path in the noun's folder, its screens' folder of the same name, or a file named after that folder. Names of
 * several words aren't ambiguous, so folders and files of that name are the noun's own, too.
 */
export function isOwnFile({ name, folder }, path) {
  const names = spellings(name).filter((spelling) => /^[a-z]+-[a-z-]+$/.test(spelling));
  return [basename(folder), ...names.flatMap((own) => [own, `${own}s`])].some(
    (own) => `/${path}`.includes(`/${own}/`) || `/${path}`.includes(`/${own}.`),
  );
}

/**
 * Returns the editable fields that a search can tell apart: two words or more, and of one entity only. `models` is
 * the text of models.generated.ts.
 */
export function fieldsIn(models, sources) {
  const entities = new Map();
  for (const text of Object.values(sources)) {
    for (const [, input, entity] of text.matchAll(/class (\w+) extends InputOf\((\w+)/g)) entities.set(input, entity);
  }
  const owners = new Map();
  for (const [, input, body] of models.matchAll(/^export const (\w+) = \{\n([\s\S]*?)^\}/gm)) {
    const entity = entities.get(input);
    if (!entity) continue;
    for (const [, field] of body.matchAll(/^ {2}(\w+):/gm)) {
      if (/[A-Z]/.test(field)) owners.set(field, new Set(owners.get(field)).add(entity));
    }
  }
  const entityFiles = Object.values(sources).filter((text) => text.includes('@Entity('));
  const isDeclaredOnce = (field) => entityFiles.filter((text) => text.includes(` ${field}!:`)).length < 2;
  return [...owners]
    .filter(([field, of]) => of.size === 1 && isDeclaredOnce(field))
    .map(([field, [entity]]) => ({ field, entity }));
}

export function filesNamingField(field, sources) {
  const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const named = new RegExp(`\\b(?:${field}|${column})\\b`);
  return Object.entries(sources)
    .filter(([, text]) => named.test(text))
    .map(([path]) => path);
}

/** Returns a sentence for each limit that the costs exceed. `costs` maps names to numbers of files. */
export function complaintsAbout(costs, { median, p90, most, apart = {} }) {
  const values = [...costs.values()].sort((a, b) => a - b);
  const at = (share) => values[Math.floor(values.length * share)] ?? 0;
  const complaints = [];
  if (at(0.5) > median) complaints.push(`The median is ${at(0.5)} files, more than ${median}.`);
  if (at(0.9) > p90) complaints.push(`The 90th percentile is ${at(0.9)} files, more than ${p90}.`);
  for (const [name, cost] of costs) {
    const limit = apart[name] ?? most;
    if (cost > limit) complaints.push(`${name} is named in ${cost} files, more than ${limit}.`);
  }
  for (const name of Object.keys(apart)) {
    if (!costs.has(name)) complaints.push(`${name} no longer exists. Remove its limit.`);
    else if (costs.get(name) <= most) complaints.push(`${name} needs no limit of its own any longer. Remove it.`);
  }
  return complaints;
}

function spellings(name) {
  const words = name.match(/[A-Z][a-z0-9]*/g).map((word) => word.toLowerCase());
  const plural = [...words.slice(0, -1), words.at(-1).replace(/y$/, 'ie')];
  const capital = (word) => word[0].toUpperCase() + word.slice(1);
  return [words, plural].flatMap((parts) => [
    parts.map(capital).join(''),
    parts[0] + parts.slice(1).map(capital).join(''),
    parts.join('_'),
    parts.join('-'),
  ]);
}
