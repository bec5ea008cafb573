import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Infers the `lint`, `typecheck`, `test` and `serve` targets of each project.
 * @nx/jest and @nx/vite require a configuration per project; one at the root is enough here
 * (docs/decisions/npm-and-nx.md).
 */
export const createNodesV2 = [
  '{{apps,libs}/*,db,tests}/package.json',
  (files, _options, { workspaceRoot }) =>
    files.map((file) => [file, { projects: projectsOf(dirname(file), workspaceRoot) }]),
];

/**
 * Tests in a library's `test` folder go through the whole api, so they form a separate project that depends on all
 * libraries. `nx test events` runs both.
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

const sharedInputs = [
  '{workspaceRoot}/package-lock.json',
  '{workspaceRoot}/tsconfig.base.json',
  { runtime: 'node --version' },
];

/** Texts of emails and documents, compiled for each library that has some (docs/decisions/message-catalog.md). */
function mailWordsTarget(folder, root) {
  const source = join(root, folder, 'src');
  const hasMails =
    existsSync(source) &&
    readdirSync(source, { recursive: true }).some((name) => /\.(mail|texts)\.en\.json$/.test(name));
  if (!hasMails) return {};
  return {
    generate: {
      command: `node tools/generate/mail-words.mjs ${folder}`,
      cache: true,
      inputs: [
        '{projectRoot}/src/**/*.{mail,texts}.*.json',
        '{workspaceRoot}/libs/web-kit/src/words/writing.ts',
        '{workspaceRoot}/package-lock.json',
        '{workspaceRoot}/tools/generate/**/*',
      ],
      outputs: ['{projectRoot}/src/**/*.generated.ts'],
      options: { cwd: '{workspaceRoot}' },
    },
  };
}

const oxlint = 'node node_modules/oxlint/bin/oxlint --no-error-on-unmatched-pattern';

function targetsOf(folder, root, specs = '') {
  const hasFile = (path) => existsSync(join(root, folder, path));
  return {
    ...mailWordsTarget(folder, root),
    lint: cachedTarget(`${oxlint} ${folder}`, [
      '{workspaceRoot}/.oxlintrc.json',
      '{workspaceRoot}/tools/{eslint/**/*,boundaries.mjs}',
    ]),
    ...(hasFile('tsconfig.json') && {
      typecheck: cachedTarget(`node node_modules/typescript-native/bin/tsc --noEmit -p ${folder}`),
    }),
    test: cachedTarget(`node tools/test.mjs ${folder}/${specs}`, [
      '{workspaceRoot}/{jest.config.mjs,tools/test.mjs}',
      '{workspaceRoot}/{db,tests/support}/**/*',
    ]),
    ...(folder in serving && {
      serve: { command: serving[folder], continuous: true, options: { cwd: '{workspaceRoot}' } },
    }),
  };
}

/** The api is useful only with its database, worker and pages, as by `npm start`. */
const serving = {
  'apps/api': 'node tools/start.mjs',
  'apps/worker': 'node tools/start.mjs',
  'apps/site': 'node tools/start.mjs',
  'apps/admin': 'npm run dev -w apps/admin',
};

function cachedTarget(command, inputs = []) {
  return {
    command,
    cache: true,
    dependsOn: ['generate', '^generate'],
    inputs: [
      'default',
      '^sources',
      { dependentTasksOutputFiles: '**/*.generated.ts', transitive: true },
      ...sharedInputs,
      ...inputs,
    ],
    options: { cwd: '{workspaceRoot}' },
  };
}
