const { buildSync } = require('esbuild');
const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const process = require('node:process');

/**
 * Readers of uploaded files, bundled once for each run: started from sources, each file would take ten times as long. They
 * are still processes of their own with a memory limit, as in production.
 */
const folder = join(process.cwd(), '.data/readers');

/** Bundles every reader. Called before the workers start (global-setup.mjs). */
exports.buildReaders = () => {
  const libs = join(process.cwd(), 'libs');
  const files = readdirSync(libs, { recursive: true }).filter((path) =>
    /^[^/\\]+[/\\]src[/\\].*\.reader\.ts$/.test(path),
  );
  buildSync({
    entryPoints: files.map((path) => join(libs, path)),
    entryNames: '[name]',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    conditions: ['@upstander/source'],
    logLevel: 'warning',
  });
};

/** Replaces the function of libs/platform/src/reading/reader-program.ts. */
exports.readerProgram = (name) => ({ file: join(folder, `${name}.reader.mjs`), execArgv: [] });
