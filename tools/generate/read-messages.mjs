import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';

export const messages = join(root, 'libs/web-kit/messages');
export const languages = ['en', 'es'];

/**
 * Reads all messages of a language into one tree, by file path: `site/business/opportunity-form.en.json` is
 * `site.business.opportunityForm`.
 * @returns {{ tree: object, files: Map<string, string> }} `files`: dotted name → path below `messages`
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
    const keys = name
      .slice(0, -ending.length)
      .split('/')
      .map((part) => part.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()));
    const place = keys.reduce((at, key) => (at[key] ??= {}), tree);
    let read;
    try {
      read = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    } catch (error) {
      throw new Error(`${name} is no JSON: ${error.message}`, { cause: error });
    }
    for (const [key, value] of Object.entries(read)) {
      if (Object.hasOwn(place, key)) throw new Error(`${name}: ${key} stands in another file too`);
      place[key] = value;
    }
    files.set(keys.join('.'), name);
  }
  return { tree, files };
}

/** Returns the file that contains a dotted name, and the key within it. */
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
