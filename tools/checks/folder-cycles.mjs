import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../lib/paths.mjs';

/** Maximum number of folders of a package that import each other in a cycle. */
const maxFolders = 3;

/** Product code of a package. The first group is the package. */
const product = /^((?:libs|apps)\/[^/]+)\/src\/(?!.*\.spec\.tsx?$).*\.tsx?$/;
/** Value and type imports, and re-exports, of relative paths. The formatter keeps them at the start of a line. */
const importLine = /^(?:import|export)\b(?:[^;'"]*?\bfrom)? '(\.[^']+)'/gm;

/**
 * A file directly in `src` counts as a folder, because it can close a cycle too.
 * @param {Map<string, string>} sources Text of each file, by its path below `src`.
 * @returns {Array<{ file: string, imported: string, from: string, to: string }>}
 */
export function folderImports(sources) {
  return [...sources].flatMap(([file, text]) =>
    [...text.matchAll(importLine)]
      .map(([, path]) => posix.join(posix.dirname(file), path))
      .filter((imported) => !imported.startsWith('..'))
      .map((imported) => ({ file, imported, from: folderOf(file), to: folderOf(imported) }))
      .filter(({ from, to }) => from !== to),
  );
}

function folderOf(file) {
  const folder = posix.dirname(file);
  return folder === '.' ? file.replace(/\.(js|tsx?)$/, '') : folder;
}

/** Strongly connected groups of at least two folders, largest first (Tarjan's algorithm). */
export function cyclesOf(imports) {
  const next = new Map();
  for (const { from, to } of imports) next.set(from, (next.get(from) ?? new Set()).add(to));
  const [index, low, stack, groups] = [new Map(), new Map(), [], []];
  const visit = (folder) => {
    index.set(folder, index.size);
    low.set(folder, index.get(folder));
    stack.push(folder);
    for (const other of next.get(folder) ?? []) {
      if (!index.has(other)) visit(other);
      if (stack.includes(other)) low.set(folder, Math.min(low.get(folder), low.get(other)));
    }
    if (low.get(folder) === index.get(folder)) groups.push(stack.splice(stack.indexOf(folder)).sort());
  };
  for (const folder of next.keys()) if (!index.has(folder)) visit(folder);
  return groups.filter((group) => group.length > 1).sort((a, b) => b.length - a.length);
}

/** The list breaks all cycles of the group. It's minimal for most groups. */
export function importsToReverse(group, imports) {
  const inside = imports.filter(({ from, to }) => group.includes(from) && group.includes(to));
  const againstOrder = (order) => inside.filter(({ from, to }) => order.indexOf(from) < order.indexOf(to));
  let order = group;
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    for (const folder of group) {
      const rest = order.filter((other) => other !== folder);
      const best = rest
        .concat(folder)
        .map((_, at) => rest.toSpliced(at, 0, folder))
        .reduce((one, other) => (againstOrder(other).length < againstOrder(one).length ? other : one));
      if (againstOrder(best).length < againstOrder(order).length) [order, isBetter] = [best, true];
    }
  }
  return againstOrder(order);
}

export function complaintsAbout(name, imports) {
  return cyclesOf(imports)
    .filter(({ length }) => length > maxFolders)
    .map((group) => describe(name, group, imports));
}

function describe(name, group, imports) {
  const reversed = importsToReverse(group, imports).map(({ file, imported }) => `\n    ${file} → ${imported}`);
  return `${name}: ${group.length} folders import each other (${group.join(', ')}).\n  Reverse these ${reversed.length} imports, for example by moving one of the files:${reversed.join('')}`;
}

function readPackages() {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', 'libs', 'apps'];
  const packages = new Map();
  for (const path of execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n')) {
    const name = product.exec(path)?.[1];
    if (!name) continue;
    if (!packages.has(name)) packages.set(name, new Map());
    packages.get(name).set(path.slice(`${name}/src/`.length), readFileSync(join(root, path), 'utf8'));
  }
  return new Map([...packages].map(([name, sources]) => [name, folderImports(sources)]));
}

/** Given names of packages, prints all their cycles instead. */
function check(names) {
  const packages = readPackages();
  if (names.length > 0) {
    const cycles = names.flatMap((name) =>
      cyclesOf(packages.get(name)).map((group) => describe(name, group, packages.get(name))),
    );
    console.log(cycles.join('\n\n') || 'No cycles.');
    return;
  }
  const complaints = [...packages].flatMap(([name, imports]) => complaintsAbout(name, imports));
  if (complaints.length > 0) {
    console.error(complaints.join('\n\n'));
    process.exit(1);
  }
  console.log(`No cycle of more than ${maxFolders} folders in ${packages.size} packages.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) check(process.argv.slice(2));
