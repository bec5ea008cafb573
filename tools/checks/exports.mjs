import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from '../lib/paths.mjs';

/**
 * Every export of our packages must exist, and each `*` pattern must match a file. What a package compiles into its
 * `build` folder must have a source.
 */
const folders = ['apps', 'libs'].flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`));
const complaints = [];
for (const folder of [...folders, 'db', 'tests']) {
  const { exports = {} } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  for (const path of pathsIn(exports)) {
    const source = path.replace(/^\.\/build\/(.+?)(\.d\.ts|\.js)$/, './src/$1.ts');
    if (!resolvesToFile(join(root, folder, source)))
      complaints.push(`${folder}/package.json: ${path} matches no file.`);
  }
}
if (complaints.length > 0) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
console.log('Every package export matches a file.');

function pathsIn(exports) {
  return typeof exports === 'string' ? [exports] : Object.values(exports).flatMap(pathsIn);
}

function resolvesToFile(path) {
  if (!path.includes('*')) return existsSync(path);
  const [before, after] = basename(path).split('*');
  return readdirSync(dirname(path)).some((name) => name.startsWith(before) && name.endsWith(after));
}
