import { Stryker } from '@stryker-mutator/core';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { startTestPostgres } from '../lib/test-postgres.mjs';
import { groups } from './groups.mjs';
import { scoreOf, table } from './score.mjs';

/** Below this the command fails: percent of the changes that some test noticed. */
const enough = 80;

/**
 * Runs the groups with these names, or all, one after the other. Answers 0 when their score together is enough.
 *
 * @param {string[]} names
 */
export async function runMutation(names) {
  const unknown = names.filter((name) => !groups.some((group) => group.name === name));
  if (unknown.length > 0) {
    console.error(`No such group: ${unknown.join(', ')}. There are ${groups.map(({ name }) => name).join(', ')}.`);
    return 1;
  }
  process.chdir(root);
  const folder = join(root, '.data/mutation');
  mkdirSync(folder, { recursive: true });
  const postgres = await startTestPostgres();
  try {
    await prepare(postgres.url, folder);
    const results = [];
    for (const group of groups.filter(({ name }) => names.length === 0 || names.includes(name))) {
      console.log(`\n${group.name}: ${group.specs.join(', ')}\n`);
      results.push(...(await new Stryker(optionsOf(group, folder)).runMutationTest()));
    }
    console.log(`\n${table(results)}`);
    return scoreOf(results) >= enough ? 0 : 1;
  } finally {
    await postgres.stop();
  }
}

/** What Jest's globalSetup does, once instead of for every change; the workers inherit the environment. */
async function prepare(url, folder) {
  process.env.TEST_DATABASE_URL = url;
  process.env.MUTATION_CACHE = join(folder, 'jest');
  const { default: setup } = await import('../../tests/support/global-setup.mjs');
  await setup();
}

/** @returns {import('@stryker-mutator/api/core').PartialStrykerOptions} */
function optionsOf(group, folder) {
  return {
    mutate: group.mutate,
    testRunner: 'jest',
    // Related tests would be every test that starts the app.
    jest: {
      configFile: 'tools/mutation/jest.config.mjs',
      config: { testMatch: group.specs.map((spec) => `<rootDir>/${spec}`) },
      enableFindRelatedTests: false,
    },
    coverageAnalysis: group.story ? 'all' : 'perTest',
    // What runs while a module is loaded (decorators, constants) would need all tests and a new process each time.
    ignoreStatic: !group.story,
    concurrency: 2,
    // A change is late only when it never ends: a busy machine must not count as a test that noticed something.
    timeoutMS: 30_000,
    timeoutFactor: 3,
    tempDirName: '.data/mutation/copies',
    cleanTempDir: 'always',
    ignorePatterns: ['.data', '.nx', '**/dist', '**/build', '**/.react-router', 'docs'],
    disableTypeChecks: false,
    allowConsoleColors: Boolean(process.stdout.isTTY),
    reporters: ['clear-text', 'json', ...(process.stdout.isTTY ? ['progress'] : [])],
    clearTextReporter: { logTests: false, reportTests: false, reportScoreTable: false, allowEmojis: false },
    jsonReporter: { fileName: join(folder, `${group.name}.json`) },
    thresholds: { high: 100, low: enough, break: null },
  };
}
