const { buildSync } = require('esbuild');
const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const process = require('node:process');

/**
 * Bundles the readers of uploaded files once per run, because starting them from source takes ten times as long. They
 * still run as processes with a memory limit, as in production.
 */
const folder = join(process.cwd(), '.data/readers');

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

/** Replaces the function in libs/files/src/reading/reader-program.ts. */
exports.readerProgram = (name) => ({ file: join(folder, `${name}.reader.mjs`), execArgv: [] });
