import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';

const node = process.execPath;
const bin = (path) => join(root, 'node_modules', path);
const source = ['--conditions=@upstander/source', '--import', '@swc-node/register/esm-register'];

/**
 * Each thread of the compiler and of the type-aware linter infers the same types again, and the two checks that run at
 * a time already use two cores. Collecting garbage less often saves a sixth of the CPU time.
 */
const oneThread = { GOMAXPROCS: '1', GOGC: '400' };

/**
 * `after` waits for another check. `refuse` fails a check by its output. `postgres` provides TEST_DATABASE_URL.
 * @returns {Array<{ name: string, commands: string[][], cwd?: string, env?: NodeJS.ProcessEnv, after?: string, refuse?: RegExp, postgres?:
 * boolean }>}
 */
export function steps() {
  return [
    { name: 'project graph', commands: [[node, bin('nx/dist/bin/nx.js'), 'show', 'projects']] },
    {
      name: 'lint',
      after: 'project graph',
      // Syntax trees are short-lived. More room for them saves a seventh of the CPU time of the rules in JavaScript.
      commands: [[node, '--max-semi-space-size=64', bin('oxlint/bin/oxlint')]],
      env: oneThread,
      refuse: /rule will be skipped/,
    },
    { name: 'rules proven', after: 'project graph', commands: [[node, 'tools/checks/lint-proof.mjs']] },
    { name: 'format', commands: [[node, bin('oxfmt/bin/oxfmt'), '--check']] },
    // The personal data goes first: it sees which library declares a table when it loads the library.
    printed('personal-data.md, schema.graphql', 'tools/personal-data-docs.mjs', 'apps/api/src/print-schema.ts'),
    { name: 'migrations and entities', postgres: true, commands: [[node, ...source, 'db/check-schema.ts']] },
    { name: 'releases', commands: [[node, ...source, 'db/check-releases.ts']] },
    // The compiler creates many short-lived objects. More room for them saves a tenth of the CPU time.
    {
      name: 'sql types',
      postgres: true,
      commands: [[node, '--max-semi-space-size=128', ...source, 'tools/checks/sql-types.mjs']],
    },
    { name: 'libraries', commands: [[node, 'tools/sbom.mjs', '--check']] },
    printed('limits.md, configuration.md', 'tools/limits-docs.mjs', 'tools/config-docs.mjs'),
    { name: 'links of the documentation', commands: [[node, 'tools/checks/links.mjs']] },
    { name: 'licenses', commands: [[node, 'tools/checks/licenses.mjs']] },
    { name: 'public files', commands: [[node, 'tools/checks/public-files.mjs']] },
    { name: 'deploy files', commands: [[node, 'tools/checks/deploy-files.mjs']] },
    { name: 'documentation site', commands: [[node, 'tools/checks/docs-site.mjs']] },
    { name: 'translations', commands: [[node, 'tools/checks/translations.mjs']] },
    { name: 'documents of the pages', commands: [[node, ...source, 'tools/checks/client-documents.mjs']] },
    { name: 'exports', commands: [[node, 'tools/checks/exports.mjs']] },
    { name: 'mail inserts', commands: [[node, 'tools/checks/mail-inserts.mjs']] },
    { name: 'sql callers', commands: [[node, 'tools/checks/sql-callers.mjs']] },
    { name: 'folder cycles', commands: [[node, 'tools/checks/folder-cycles.mjs']] },
    { name: 'sql schemas', commands: [[node, 'tools/checks/sql-schemas.mjs']] },
    { name: 'field-cost', commands: [[node, 'tools/checks/field-cost.mjs']] },
    { name: 'noun-cost', commands: [[node, 'tools/checks/noun-cost.mjs']] },
    { name: 'spelling', commands: [[node, bin('cspell/bin.mjs'), 'lint', '--no-progress', '--no-summary', '.']] },
    { name: 'plain English', commands: [[node, 'tools/checks/plain-english.mjs']] },
    { name: 'discreet words', commands: [[node, 'tools/checks/discreet-words.mjs']] },
    serverTypes(),
    ...packages().map(types),
  ];
}

/** Checks files that are printed from the code, in one process, because loading the libraries takes most of the time. */
function printed(name, ...printers) {
  return { name, commands: [[node, ...source, 'tools/checks/printed-files.mjs', ...printers]] };
}

/** Runs the native compiler, which takes a sixth of the time. The linter and Nest need the JavaScript version. */
const compile = (project) => [
  node,
  bin('typescript-native/bin/tsc'),
  '-p',
  project,
  '--noEmit',
  '--pretty',
  'false',
  '--singleThreaded',
];

/** Checks all Node code as one program, because separate packages would parse the same files again. */
function serverTypes() {
  return { name: 'types: server', env: oneThread, commands: [compile('tsconfig.server.json')] };
}

function packages() {
  const { include: server } = JSON.parse(readFileSync(join(root, 'tsconfig.server.json'), 'utf8'));
  const folders = ['apps', 'libs'].flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`));
  return [...folders, 'db', 'tests', 'examples/typescript']
    .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')))
    .filter((folder) => !server.some((path) => path === folder || path === `${folder}/src`));
}

function types(folder) {
  return { name: `types: ${folder}`, cwd: folder, env: oneThread, commands: [compile('.')] };
}
