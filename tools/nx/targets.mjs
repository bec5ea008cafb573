import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * What `nx lint`, `nx typecheck`, `nx test` and `nx serve` do in each project: read off the files that are there, as Nx's
 * own plugins do it. Those of @nx/jest and @nx/vite each want a configuration of their own in every project; here one
 * configuration at the root is enough (docs/decisions/npm-and-nx.md).
 */
export const createNodesV2 = [
  '{{apps,libs}/*,db,tests}/package.json',
  (files, _options, { workspaceRoot }) =>
    files.map((file) => [file, { projects: projectsOf(dirname(file), workspaceRoot) }]),
];

/**
 * What asks a library through the whole api stands in its `test` and is a project of its own: it needs all the others, the
 * library needs few. `nx test events` runs both.
 */
function projectsOf(folder, root) {
  const name = `${basename(folder)}-test`;
  const throughApi = join(folder, 'test');
  if (!existsSync(join(root, throughApi))) return { [folder]: { targets: targetsOf(folder, root) } };
  const targets = targetsOf(folder, root, 'src/');
  targets.test.dependsOn.push({ projects: [name], target: 'test' });
  const throughApiTargets = targetsOf(throughApi, root);
  return { [folder]: { targets }, [throughApi]: { name, tags: ['scope:tests'], targets: throughApiTargets } };
}

/** What a change of has everything checked anew. */
const everywhere = [
  '{workspaceRoot}/package-lock.json',
  '{workspaceRoot}/tsconfig.base.json',
  { runtime: 'node --version' },
];

const eslint = 'node node_modules/eslint/bin/eslint.js --max-warnings=0';
const oxlint = 'node node_modules/oxlint/bin/oxlint --no-error-on-unmatched-pattern';

function targetsOf(folder, root, specs = '') {
  const has = (path) => existsSync(join(root, folder, path));
  return {
    lint: cached(`${eslint} ${folder} && ${oxlint} ${folder}`, [
      '{workspaceRoot}/{eslint.config.mjs,.oxlintrc.json}',
      '{workspaceRoot}/tools/{eslint/**/*,boundaries.mjs}',
    ]),
    ...(has('tsconfig.json') && {
      typecheck: cached(`node node_modules/typescript-native/bin/tsc --noEmit -p ${folder}`),
    }),
    test: cached(`node tools/test.mjs ${folder}/${specs}`, [
      '{workspaceRoot}/{jest.config.mjs,tools/test.mjs}',
      '{workspaceRoot}/{db,tests/support}/**/*',
    ]),
    ...(folder in serving && {
      serve: { command: serving[folder], continuous: true, options: { cwd: '{workspaceRoot}' } },
    }),
  };
}

/** A program alone is of no use here: with the api come its database, the worker and the pages, as by `npm start`. */
const serving = {
  'apps/api': 'node tools/start.mjs',
  'apps/worker': 'node tools/start.mjs',
  'apps/site': 'node tools/start.mjs',
  'apps/admin': 'npm run dev -w apps/admin',
};

function cached(command, inputs = []) {
  return {
    command,
    cache: true,
    dependsOn: ['generate', '^generate'],
    inputs: [
      'default',
      '^sources',
      { dependentTasksOutputFiles: '**/*.generated.ts', transitive: true },
      ...everywhere,
      ...inputs,
    ],
    options: { cwd: '{workspaceRoot}' },
  };
}
