import { build } from 'esbuild';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a file says that looks for others by a path of its own making: no tracing finds these. */
const findsFilesByItself =
  /__dirname|__filename|import\.meta\.(?:url|dirname|filename|resolve)|require\.resolve|createRequire|new Worker\(/;
const computed = ['unsupported-require-call', 'indirect-require', 'unsupported-dynamic-import'];

/**
 * Follows every `import` and `require` of the programs, as Node does, through all that is installed beside them.
 *
 * @param {string} base the folder that holds the programs and `node_modules`
 * @param {string[]} programs their paths in it
 * @returns {Promise<{ files: Set<string>, whole: Set<string> }>} `files`: the paths that are reached; `whole`: the packages
 *   in which one of them names a file only when it runs, so that all of the package must be there
 */
export async function trace(base, programs) {
  const files = new Set();
  const whole = new Set();
  // Node 22 and later prefer `module-sync` where a package has it.
  for (const conditions of [[], ['module-sync']]) {
    const { metafile, warnings } = await follow(base, programs, conditions);
    for (const path of Object.keys(metafile.inputs)) if (path !== '<stdin>') files.add(path);
    for (const { id, location } of warnings) if (computed.includes(id)) whole.add(packageOf(location.file));
  }
  for (const path of files) {
    const name = packageOf(path);
    if (name && !whole.has(name) && findsFilesByItself.test(readFileSync(join(base, path), 'utf8'))) whole.add(name);
  }
  whole.delete(null);
  return { files, whole };
}

/** A package that is asked for and not there is one its asker can do without: the programs ran without it before. */
async function follow(base, programs, conditions, external = []) {
  const options = {
    absWorkingDir: base,
    // One program that is all of them, or what they share would be read and written once for each.
    stdin: { contents: programs.map((path) => `import(${JSON.stringify(`./${path}`)});`).join('\n'), resolveDir: base },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    conditions,
    external,
    mainFields: ['main'],
    resolveExtensions: ['.js', '.json', '.node'],
    loader: { '.node': 'empty', '.wasm': 'empty' },
    // What a package calls free of side effects is loaded by Node all the same.
    ignoreAnnotations: true,
    metafile: true,
    logLevel: 'silent',
    logLimit: 0,
    logOverride: Object.fromEntries(computed.map((id) => [id, 'warning'])),
  };
  try {
    return await build(options);
  } catch (error) {
    const missing = (error.errors ?? []).map(({ text }) => /^Could not resolve "([^"]+)"$/.exec(text)?.[1]);
    if (missing.length === 0 || missing.includes(undefined)) throw error;
    return follow(base, programs, conditions, [...external, ...missing]);
  }
}

/** The folder of the package a path belongs to, such as `node_modules/pg` or `node_modules/a/node_modules/@b/c`; null for ours. */
export function packageOf(path) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.replaceAll('\\', '/'))?.[0] ?? null;
}

/** What the lock file says of the packages that are installed below a folder. */
export function installed(base) {
  const { packages } = JSON.parse(readFileSync(join(base, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).filter(
    ([path, { link }]) => path.startsWith('node_modules/') && !link && existsSync(join(base, path)),
  );
}
