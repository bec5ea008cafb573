import { basename, dirname } from 'node:path/posix';

/** Names that are also everyday words, so only the class and the table are searched, and not in texts people read. */
const singleWord = /^[A-Z][a-z0-9]*$/;

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

/** Returns the paths that name a noun: in any spelling, or in code by class and table if it's a single word. */
export function filesNaming({ name, table }, sources) {
  const isSingleWord = singleWord.test(name);
  const pattern = isSingleWord
    ? [`\\b${name}\\b`, ...(table ? [`\\b${table.replace('.', '\\.')}\\b`] : [])]
    : spellings(name);
  const named = new RegExp(pattern.join('|'));
  return Object.entries(sources)
    .filter(([path, text]) => !(isSingleWord && path.endsWith('.json')) && (named.test(text) || named.test(path)))
    .map(([path]) => path);
}

/** True for a path in the noun's folder, its screens' folder of the same name, or a file named after that folder. */
export function isOwnFile({ folder }, path) {
  return `/${path}`.includes(`/${basename(folder)}/`) || `/${path}`.includes(`/${basename(folder)}.`);
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
