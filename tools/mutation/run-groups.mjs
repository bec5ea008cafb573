import { Stryker } from '@stryker-mutator/core';
import { join, relative } from 'node:path';
import setUpTests from '../../tests/support/global-setup.mjs';
import { root } from '../lib/paths.mjs';
import { groups } from './groups.mjs';
import { scoreOf, table } from './score.mjs';

/** Below this the command fails: percent of the changes that some test noticed. */
const enough = 80;
const { MUTATION_FOLDER: folder, MUTATION_COPIES: copies } = process.env;
const names = process.argv.slice(2);

// What Jest would do before each change: once, and the workers inherit the environment.
await setUpTests();
const results = [];
for (const group of groups.filter(({ name }) => names.length === 0 || names.includes(name))) {
  console.log(`\n${group.name}: ${group.specs.join(', ')}\n`);
  results.push(...(await new Stryker(optionsOf(group)).runMutationTest()));
}
console.log(`\n${table(results)}`);
process.exit(scoreOf(results) >= enough ? 0 : 1);

/** @returns {import('@stryker-mutator/api/core').PartialStrykerOptions} */
function optionsOf(group) {
  return {
    mutate: group.mutate,
    testRunner: 'jest',
    jest: {
      configFile: 'tools/mutation/jest.config.mjs',
      config: { testMatch: group.specs.map((spec) => `<rootDir>/${spec}`) },
      // Related tests would be every test that starts the app.
      enableFindRelatedTests: false,
    },
    coverageAnalysis: group.story ? 'all' : 'perTest',
    // What runs while a module is loaded (decorators, constants) would need all tests and a new process each time.
    ignoreStatic: !group.story,
    concurrency: 2,
    // Jest leaves something behind each time it runs an app.
    maxTestRunnerReuse: 40,
    // Only what never ends is too late, not what a busy machine holds up: it would count as noticed.
    timeoutMS: group.story ? 120_000 : 30_000,
    timeoutFactor: 3,
    tempDirName: relative(root, copies),
    cleanTempDir: 'always',
    ignorePatterns: ['.data', '.nx', '**/dist', '**/build', '**/.react-router', 'docs'],
    disableTypeChecks: false,
    allowConsoleColors: Boolean(process.stdout.isTTY),
    reporters: ['clear-text', 'json', process.stdout.isTTY ? 'progress' : 'progress-append-only'],
    clearTextReporter: { logTests: false, reportTests: false, reportScoreTable: false, allowEmojis: false },
    jsonReporter: { fileName: join(folder, `${group.name}.json`) },
    // A story has all its tests run for what happens while a module is loaded, too: known.
    warnings: { slow: false },
    thresholds: { high: 100, low: enough, break: null },
  };
}
