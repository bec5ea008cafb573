import { Stryker } from '@stryker-mutator/core';
import { join, relative } from 'node:path';
import setUpTests from '../../tests/support/global-setup.mjs';
import { root } from '../lib/paths.mjs';
import { groups } from './groups.mjs';
import { scoreOf, table } from './score.mjs';

/** Percentage below which the command fails. */
const minimumScore = 80;
const { MUTATION_FOLDER: folder, MUTATION_COPIES: copies } = process.env;
const groupNames = process.argv.slice(2);

// Runs once for all mutants. Workers inherit the environment.
await setUpTests();
const results = [];
for (const group of groups.filter(({ name }) => groupNames.length === 0 || groupNames.includes(name))) {
  console.log(`\n${group.name}: ${group.specs.join(', ')}\n`);
  results.push(...(await new Stryker(optionsOf(group)).runMutationTest()));
}
console.log(`\n${table(results)}`);
process.exit(scoreOf(results) >= minimumScore ? 0 : 1);

/** @returns {import('@stryker-mutator/api/core').PartialStrykerOptions} */
function optionsOf(group) {
  return {
    mutate: group.mutate,
    testRunner: 'jest',
    jest: {
      configFile: 'tools/mutation/jest.config.mjs',
      config: { testMatch: group.specs.map((spec) => `<rootDir>/${spec}`) },
      // Every test that starts the app would count as related.
      enableFindRelatedTests: false,
    },
    coverageAnalysis: group.story ? 'all' : 'perTest',
    // Code that runs on module load (decorators, constants) would need all tests and a new process per mutant.
    ignoreStatic: !group.story,
    concurrency: 2,
    // Jest leaks memory each time it runs an app.
    maxTestRunnerReuse: 40,
    // A timeout counts as detected, so only an endless loop may reach it.
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
    // Hides Stryker's warning that a story runs all tests for load-time mutants, which is intended.
    warnings: { slow: false },
    thresholds: { high: 100, low: minimumScore, break: null },
  };
}
