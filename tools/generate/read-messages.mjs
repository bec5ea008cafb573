import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../lib/paths.mjs';

export const messages = join(root, 'libs/web-kit/messages');
export const languages = ['en', 'es'];

/** Sections of `<noun>.words.<language>.json` next to a noun's code, and the area that each of them extends. */
const sections = {
  records: 'admin.staffActions.kinds',
  navigation: 'start.common.nav',
  /** Other words by which the command palette finds a screen. */
  searchTerms: 'admin.palette.also',
  /** What the page of the settings says about a screen. */
  settings: 'admin.settings.about',
  actionItems: 'admin.home.people',
  jobs: 'admin.health.jobNames',
  enums: 'enums',
  /** Operations that are recorded in the log of staff actions. */
  staffActions: 'admin.staffActions.operations',
  /** All other operations. */
  operations: 'admin.securityEvents.operations',
  /** Files and lists that staff export or upload. */
  files: 'admin.staffActions.files',
  emails: 'admin.deliveryLog.templates',
  /** Retention of the personal data in each table. */
  retention: 'admin.peoplesData.kept.kinds',
  limits: 'admin.securityEvents.limits',
};

/**
 * Reads all messages of a language into one tree, by file path: `site/business/opportunity-form.en.json` is
 * `site.business.opportunityForm`. The nouns' own words are added to the areas that show them.
 * @returns {{ tree: object, files: Map<string, string> }} `files`: dotted name → path
 */
export function readMessages(language, folder = messages) {
  const tree = {};
  const files = new Map();
  const ending = `.${language}.json`;
  const names = readdirSync(folder, { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith(ending))
    // Puts `site.en.json` before `site/give.en.json`.
    .sort();
  for (const name of names) {
    const keys = keysOf(name.slice(0, -ending.length));
    addMessages(placeOf(tree, keys), readJson(join(folder, name), name), name);
    files.set(keys.join('.'), name);
  }
  if (folder === messages) addNounWords(tree, files, language);
  return { tree, files };
}

/**
 * Reads the languages that translate only some texts, each a folder of messages with a `language.json`.
 * @returns {Array<{ code: string, facts: object, content: object, tree: object, files: Map<string, string> }>}
 */
export function readPartialLanguages(folder = messages) {
  return readdirSync(folder, { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /^[a-z]{2}\/language\.json$/.test(name))
    .sort()
    .map((name) => {
      const code = dirname(name);
      const facts = readJson(join(folder, name), name);
      const content = readJson(join(folder, code, 'content.json'), `${code}/content.json`);
      const tree = {};
      const files = new Map();
      const areas = readdirSync(join(folder, code), { recursive: true })
        .map((path) => path.replaceAll('\\', '/'))
        .filter((path) => path.endsWith('.json') && path !== 'language.json' && path !== 'content.json')
        .sort();
      for (const path of areas) {
        const keys = keysOf(path.slice(0, -'.json'.length));
        addMessages(placeOf(tree, keys), readJson(join(folder, code, path), `${code}/${path}`), `${code}/${path}`);
        files.set(keys.join('.'), `${code}/${path}`);
      }
      return { code, facts, content, tree, files };
    });
}

/** `site/not-found` is `site.notFound`. */
function keysOf(path) {
  return path.split('/').map((part) => part.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()));
}

/** `libs/<library>/src/<noun>/<noun>.words.en.json` */
export function addNounWords(tree, files, language, base = root) {
  const libraries = readdirSync(join(base, 'libs'));
  const ending = `.words.${language}.json`;
  const names = libraries
    .flatMap((library) => {
      const source = join(base, 'libs', library, 'src');
      if (!existsSync(source)) return [];
      return readdirSync(source, { recursive: true }).map(
        (name) => `libs/${library}/src/${name.replaceAll('\\', '/')}`,
      );
    })
    .filter((name) => name.endsWith(ending))
    .sort();
  for (const name of names) {
    for (const [section, words] of Object.entries(readJson(join(base, name), name))) {
      const area = sections[section];
      if (!area) throw new Error(`${name}: unknown section ${section}. Known: ${Object.keys(sections).join(', ')}`);
      addMessages(placeOf(tree, area.split('.')), words, name);
      for (const key of Object.keys(words)) files.set(`${area}.${key}`, name);
    }
  }
}

function placeOf(tree, keys) {
  return keys.reduce((at, key) => (at[key] ??= {}), tree);
}

function addMessages(place, messages, file) {
  for (const [key, value] of Object.entries(messages)) {
    if (Object.hasOwn(place, key)) throw new Error(`${file}: ${key} is in another file too`);
    place[key] = value;
  }
}

function readJson(path, name) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${name} is no JSON: ${error.message}`, { cause: error });
  }
}

export function fileOf(files, name) {
  const keys = name.split('.');
  for (let length = keys.length; length > 0; length--) {
    const file = files.get(keys.slice(0, length).join('.'));
    if (file) return { file, key: keys.slice(length).join('.') };
  }
  return { file: '(no file)', key: name };
}

/** Yields dotted names, depth first. */
export function* eachMessage(tree, name = '') {
  if (typeof tree === 'string') yield [name, tree];
  else for (const [key, value] of Object.entries(tree)) yield* eachMessage(value, name ? `${name}.${key}` : key);
}
