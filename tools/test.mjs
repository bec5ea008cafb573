import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { countsOf, filesForSecondRun, requiredPasses, findUnsteady, withSecondRun } from './lib/second-run.mjs';

/**
 * `npm test [-- jest arguments]` runs all Jest tests against a disposable PostgreSQL.
 * The last line is "N passed, N failed". With CI=true, skipped tests count as failures, and a few failed files run
 * again with a warning (docs/decisions/ci-retries.md).
 */
checkNode();
ensureInstalled();
const { ensureGenerated } = await import('./lib/generate.mjs');
await ensureGenerated();

const { findChromium } = await import('./lib/chromium.mjs');
const { startRedis, valkeyProgram } = await import('./lib/redis.mjs');
const { startTestPostgres } = await import('./lib/test-postgres.mjs');
const { buildApps } = await import('./lib/build.mjs');

const mandatory = process.env.CI === 'true';
const args = process.argv.slice(2);
/** Enlarges the young generation, because each spec file creates an api that is soon discarded. */
const youngObjects = ['--max-semi-space-size=64'];
const cleanUps = [];
// Jest also receives Ctrl-C. This process stays alive to clean up.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

const outcome = await run().catch((error) => {
  console.error(error);
  return { passed: 0, failed: 1, skipped: 0 };
});
for (const cleanUp of cleanUps.reverse()) await cleanUp().catch((error) => console.error(error));
const { passed, failed, skipped } = outcome;
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 && !outcome.stopped && !(mandatory && skipped) ? 0 : 1);

async function run() {
  const missing = [];
  const chromium = findChromium();
  if (!chromium) missing.push('No Chromium found: browser tests are skipped (set CHROMIUM_PATH).');
  const postgres = await startTestPostgres({ whole: args.length === 0 });
  cleanUps.push(postgres.stop);
  const redis = process.env.TEST_REDIS_URL
    ? { url: process.env.TEST_REDIS_URL, stop: async () => {} }
    : await startRedis();
  if (redis) cleanUps.push(redis.stop);
  else missing.push('No redis-server on the PATH: tests of the Redis queue are skipped (set TEST_REDIS_URL).');
  const valkey = await startRedis(valkeyProgram);
  if (valkey) cleanUps.push(valkey.stop);
  else missing.push('No valkey-server on the PATH: tests of the Valkey queue are skipped.');
  for (const sentence of missing) console.warn(sentence);
  if (mandatory && missing.length) throw new Error('CI=true allows no skipped tests.');

  const env = { ...process.env, NODE_ENV: 'test', TEST_DATABASE_URL: postgres.url };
  if (redis) env.TEST_REDIS_URL = redis.url;
  if (valkey) env.TEST_VALKEY_URL = valkey.url;
  if (chromium) env.CHROMIUM_PATH = chromium;
  if (mandatory) env.REQUIRE_BROWSER = '1';
  if (await needsBuild(env)) await buildApps();
  const result = await runJest(env);
  for (const sentence of missing) console.warn(sentence);
  return result;
}

/** True for attack, fault and browser tests, which use the built programs, and for the table, which calls the admin. */
async function needsBuild(env) {
  if (args.length === 0) return true;
  const { output } = await jest([...args, '--listTests'], env, 'pipe');
  return /[/\\]tests[/\\](attack[/\\]|browser[/\\]|faults[/\\]|api[/\\]access-table)/.test(output);
}

async function runJest(env) {
  // Specs wait for the database half the time, so two cores can run three workers.
  const workers = args.some((arg) => /^(--maxWorkers|-w|-i|--runInBand)/.test(arg))
    ? []
    : [`--maxWorkers=${Math.max(3, availableParallelism() - 1)}`];
  const first = await report([...workers, ...args], env);
  if (args.length === 0) console.log(listSlowest(first.testResults));
  const files = mandatory && args.length === 0 ? filesForSecondRun(first, root) : [];
  if (files.length === 0) return outcomeOf(first);
  const second = await passesRepeatedly(files, env);
  const mark = process.env.GITHUB_ACTIONS ? '::warning::' : '';
  for (const test of findUnsteady(first, second))
    console.warn(`${mark}Failed, then passed (flaky, must be fixed): ${test.slice(root.length + 1)}`);
  return outcomeOf({ ...withSecondRun(first, second), code: second.code, wasInterrupted: second.wasInterrupted });
}

/** Returns the last report. */
async function passesRepeatedly(files, env) {
  for (let time = 1; ; time += 1) {
    console.log(`\nSecond run (${time} of ${requiredPasses}): ${files.join(', ')}`);
    const again = await report(['--runInBand', '--runTestsByPath', ...files], env);
    if (time === requiredPasses || again.code !== 0) return again;
  }
}

function outcomeOf(of) {
  const counts = countsOf(of);
  return { ...counts, failed: counts.failed || (of.code === 0 ? 0 : 1), stopped: of.wasInterrupted };
}

async function report(jestArgs, env) {
  const file = join(root, `.data/jest-${process.pid}.json`);
  mkdirSync(join(root, '.data'), { recursive: true });
  try {
    const { code } = await jest(['--json', `--outputFile=${file}`, ...jestArgs], env, 'quiet');
    return { ...JSON.parse(readFileSync(file, 'utf8')), code };
  } finally {
    rmSync(file, { force: true });
  }
}

function listSlowest(files) {
  const lines = files
    .map(({ name, startTime, endTime }) => ({ name: relative(root, name), seconds: (endTime - startTime) / 1_000 }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, 10)
    .map(({ name, seconds }) => `${seconds.toFixed(0).padStart(6)} s  ${name}`);
  return ['', 'The slowest files:', ...lines].join('\n');
}

/** Runs Jest. Test output goes to the terminal; 'quiet' only hides the JSON copy on standard output. */
function jest(jestArgs, env, output) {
  const program = join(root, 'node_modules/jest/bin/jest.js');
  const stdio = ['inherit', output === 'quiet' ? 'ignore' : 'pipe', output === 'quiet' ? 'inherit' : 'ignore'];
  return new Promise((resolve, reject) => {
    const node = [...youngObjects, program];
    const child = spawn(process.execPath, [...node, '-c', 'jest.config.mjs', ...jestArgs], { cwd: root, env, stdio });
    let text = '';
    child.stdout?.on('data', (data) => (text += data));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output: text }));
  });
}
