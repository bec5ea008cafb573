import { build } from 'esbuild';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files with computed paths can't be traced. */
const computesPaths =
  /__dirname|__filename|import\.meta\.(?:url|dirname|filename|resolve)|require\.resolve|createRequire|new Worker\(/;
const computed = ['unsupported-require-call', 'indirect-require', 'unsupported-dynamic-import'];

/**
 * Follows all `import` and `require` calls of the programs through installed packages, as Node resolves them.
 * @param {string} base folder with the programs and `node_modules`
 * @param {string[]} programs their paths within it
 * @returns {Promise<{ files: Set<string>, whole: Set<string> }>} `files`: reachable paths; `whole`: packages with
 * computed paths, which must be kept whole
 */
export async function trace(base, programs) {
  const files = new Set();
  const whole = new Set();
  // Node 22 and later prefer the `module-sync` condition.
  for (const conditions of [[], ['module-sync']]) {
    const { metafile, warnings } = await follow(base, programs, conditions);
    for (const path of Object.keys(metafile.inputs)) if (path !== '<stdin>') files.add(path);
    for (const { id, location } of warnings) if (computed.includes(id)) whole.add(packageOf(location.file));
  }
  for (const path of files) {
    const name = packageOf(path);
    if (name && !whole.has(name) && computesPaths.test(readFileSync(join(base, path), 'utf8'))) whole.add(name);
  }
  whole.delete(null);
  return { files, whole };
}

/** Ignores missing packages, since the programs already run without them. */
async function follow(base, programs, conditions, external = []) {
  const options = {
    absWorkingDir: base,
    // With one entry point, shared files are processed once.
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
    // Node loads packages even if they are marked side-effect free.
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

/** Returns `node_modules/pg` or `node_modules/a/node_modules/@b/c`; null for our own files. */
export function packageOf(path) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.replaceAll('\\', '/'))?.[0] ?? null;
}

export function findInstalled(base) {
  const { packages } = JSON.parse(readFileSync(join(base, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).filter(
    ([path, { link }]) => path.startsWith('node_modules/') && !link && existsSync(join(base, path)),
  );
}
