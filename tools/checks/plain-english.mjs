import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { findTurns, passagesOf } from '../words/plain-english.mjs';

/** Turns of phrase allowed per 1,000 words of an area. */
const ALLOWED = 2;
/** Small areas get this many, because one sentence would fail them. */
const ALWAYS_ALLOWED = 3;

const readableFiles = /\.(?:[cm]?[jt]sx?|sql|md|graphql)$|\.en\.json$/;
/** Excluded: frozen migrations and releases, printed documents, and the words that this check and its spec look for. */
const excluded =
  /^db\/(?:releases|migrations)\/|^docs\/(?:security\/(?:limits|personal-data)|configuration)\.md$|^tools\/words\/|^LICENSE|(?:^|\/)package(?:-lock)?\.json$/;

/** Libraries, apps and the other top folders: each has to be plain by itself. */
function areaOf(path) {
  if (path.endsWith('.en.json')) return 'English catalog';
  if (path.endsWith('.md')) return 'documentation';
  const parts = path.split('/');
  if (parts.length === 1) return path === 'schema.graphql' ? path : 'root';
  return ['libs', 'apps'].includes(parts[0]) ? parts.slice(0, 2).join('/') : parts[0];
}

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => readableFiles.test(path) && !excluded.test(path));

/** @type {Map<string, { words: number, found: string[] }>} */
const areas = new Map();
for (const path of files) {
  let source;
  try {
    source = readFileSync(join(root, path), 'utf8');
  } catch {
    continue; // Deleted, and not committed yet.
  }
  const area = areas.get(areaOf(path)) ?? { words: 0, found: [] };
  areas.set(areaOf(path), area);
  for (const { line, text } of passagesOf(path, source)) {
    area.words += text.split(/\s+/).length;
    for (const { turn, offset } of findTurns(text, { isLabel: path.endsWith('.json') })) {
      area.found.push(`${path}:${line + text.slice(0, offset).split('\n').length - 1}: ${turn}`);
    }
  }
}

const failed = [...areas].filter(
  ([, { words, found }]) => found.length > Math.max(ALWAYS_ALLOWED, (words / 1000) * ALLOWED),
);
for (const [name, { words, found }] of failed) {
  console.error(
    `${name}: ${found.length} in ${words} words, ${ALLOWED} per 1,000 are allowed\n  ${found.join('\n  ')}`,
  );
}
if (failed.length) process.exit(1);
const total = [...areas.values()].reduce(
  (sum, { words, found }) => ({ words: sum.words + words, found: sum.found + found.length }),
  { words: 0, found: 0 },
);
console.log(`${total.found} stilted phrases in ${total.words} words.`);
