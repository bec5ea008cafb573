import { transform } from '@swc/core';
import { build } from 'esbuild';
import { readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { releaseFacts } from '../db/release-facts.mjs';
import { nodeFault } from './lib/node-range.mjs';
import { root } from './lib/paths.mjs';

/**
 * `node tools/build-node-app.mjs <api|worker|command|db> [entry …]` bundles each program into one file under dist/,
 * which halves its startup time. npm packages stay external. The file main.js checks the version of Node and then loads
 * the bundle, program.js.
 */
const [name = '', ...given] = process.argv.slice(2);
const folder = name === 'db' ? join(root, 'db') : join(root, 'apps', name);
const outdir = join(root, 'dist', relative(root, folder));
const isProgram = given.length === 0;
const entries = isProgram ? ['src/main.ts'] : given;
/** Worker threads (`WorkerThread`) and readers of uploaded files (`ReadingProcess`) become separate files. */
const threads =
  name === 'db'
    ? []
    : readdirSync(join(root, 'libs'), { recursive: true }).filter((path) =>
        /^[^/\\]+[/\\]src[/\\].*\.(?:thread|reader)\.ts$/.test(path),
      );

rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: Object.fromEntries([
    ...entries.map((file) => [isProgram ? 'program' : file.slice(0, -3), join(folder, file)]),
    ...threads.map((file) => [basename(file, '.ts'), join(root, 'libs', file)]),
  ]),
  outdir,
  bundle: true,
  platform: 'node',
  format: 'esm',
  // Loads the code of a subcommand on demand.
  splitting: name === 'command',
  target: 'node20.19',
  packages: 'external',
  sourcemap: true,
  sourcesContent: false,
  // GraphQL types and tables are named after their classes, and two libraries may use the same name.
  keepNames: true,
  logLevel: 'warning',
  plugins: [workspacePackages(), sqlInside(), placesInside(), includeRelease(), safelistInside(), decorators()],
}).catch(() => process.exit(1)); // esbuild has printed the error.
if (isProgram) writeFileSync(join(outdir, 'main.js'), entryFile());

/** An old version of Node would reject the bundle with a syntax error. */
function entryFile() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return `${nodeFault}

const fault = nodeFault(process.versions.node, ${JSON.stringify(engines.node)});
if (fault !== null) {
  console.error(fault);
  process.exit(1);
}
await import('./program.js');
`;
}

function workspacePackages() {
  return {
    name: 'workspace-packages',
    setup(building) {
      building.onResolve({ filter: /^@upstander\/[^/]+(?:\/[^/]+)?$/ }, ({ path }) => {
        const [scope, name, door] = path.split('/');
        const home = realpathSync(join(root, 'node_modules', scope, name));
        const { exports } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
        return { path: join(home, exports[door ? `./${door}` : '.']['@upstander/source']) };
      });
    },
  };
}

function sqlInside() {
  return {
    name: 'sql-inside',
    setup(building) {
      building.onLoad({ filter: /[\\/]db[\\/]sql-files\.ts$/ }, () => {
        const paths = ['functions', 'policies'].flatMap((folder) =>
          readdirSync(join(root, 'db', folder), { recursive: true })
            .filter((path) => path.endsWith('.sql'))
            .map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
        );
        const texts = Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, 'db', path), 'utf8')]));
        return { contents: `export const sqlFiles = ${JSON.stringify(texts)};` };
      });
    },
  };
}

function placesInside() {
  return {
    name: 'places-inside',
    setup(building) {
      building.onLoad({ filter: /[\\/]db[\\/]content[\\/]us-places-file\.ts$/ }, () => {
        const packed = readFileSync(join(root, 'db/content/us-places.txt.br')).toString('base64');
        return { contents: `export const usPlacesFile = Buffer.from('${packed}', 'base64');` };
      });
    },
  };
}

function includeRelease() {
  return {
    name: 'release-inside',
    setup(building) {
      building.onLoad({ filter: /[\\/]db[\\/]release-facts\.mjs$/ }, () => ({
        contents: `export const releaseFacts = ${JSON.stringify(releaseFacts)};`,
      }));
    },
  };
}

function safelistInside() {
  return {
    name: 'safelist-inside',
    setup(building) {
      building.onLoad({ filter: /[\\/]api[\\/]src[\\/]safelist\.ts$/ }, async () => {
        // Loads the compiler, which takes a second, only for the programs that contain the list.
        const { safelist } = await import('./lib/client-documents.mjs');
        return { contents: `export const safelist = ${JSON.stringify(safelist())};` };
      });
    },
  };
}

/** Compiles with swc first, because esbuild doesn't emit the decorator metadata that Nest needs. */
function decorators() {
  return {
    name: 'decorators',
    setup(building) {
      building.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const { code } = await transform(await readFile(path, 'utf8'), {
          filename: path,
          swcrc: false,
          configFile: false,
          sourceMaps: 'inline',
          module: { type: 'es6' },
          jsc: {
            target: 'es2022',
            keepClassNames: true,
            parser: { syntax: 'typescript', decorators: true },
            transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          },
        });
        return { contents: code, loader: 'js' };
      });
    },
  };
}
