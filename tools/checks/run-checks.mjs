import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { quietNx } from '../lib/build.mjs';
import { root } from '../lib/paths.mjs';
import { startTestPostgres } from '../lib/test-postgres.mjs';
import { steps } from './steps.mjs';

const MAX_PARALLEL = 2;

/** @returns the exit code */
export async function runChecks(parts) {
  const all = steps();
  const isSelected = ({ name }) => parts.length === 0 || parts.some((part) => name.includes(part));
  const wanted = all.filter(
    (step) => isSelected(step) || all.some((other) => other.after === step.name && isSelected(other)),
  );
  if (wanted.length === 0) {
    console.error(`No check has this name. Available: ${all.map(({ name }) => name).join(', ')}.`);
    return 1;
  }
  const startedAt = performance.now();
  const postgres = wanted.some((step) => step.postgres) ? await startTestPostgres() : null;
  try {
    const failed = await runAll(wanted, postgres?.url);
    const time = seconds(startedAt);
    console.log(
      failed.length
        ? `\n${failed.length} of ${wanted.length} checks failed after ${time}: ${failed.join(', ')}`
        : `\nAll ${wanted.length} checks passed in ${time}.`,
    );
    return failed.length ? 1 : 0;
  } finally {
    await postgres?.stop();
  }
}

async function runAll(wanted, databaseUrl) {
  const waiting = [...wanted];
  const done = new Set();
  const failed = [];
  const underWay = new Set();
  while (waiting.length > 0 || underWay.size > 0) {
    const next = waiting.findIndex(({ after }) => !after || done.has(after));
    if (next >= 0 && underWay.size < MAX_PARALLEL) {
      const [step] = waiting.splice(next, 1);
      const work = run(step, databaseUrl).then((isGood) => {
        if (!isGood) failed.push(step.name);
        done.add(step.name);
        underWay.delete(work);
      });
      underWay.add(work);
    } else {
      await Promise.race(underWay);
    }
  }
  return failed;
}

async function run(step, databaseUrl) {
  const startedAt = performance.now();
  const env = { ...process.env, ...quietNx, ...step.env, ...(step.postgres && { TEST_DATABASE_URL: databaseUrl }) };
  const { code, output } = await collect(step, env);
  const isGood = code === 0 && !step.refuse?.test(output);
  console.log(`${isGood ? '✓' : '✗'} ${step.name.padEnd(28)}${seconds(startedAt).padStart(8)}`);
  if (!isGood) console.log(`${output.trim().replace(/^/gm, '    ')}\n`);
  return isGood;
}

/** Stops at the first failing command. */
async function collect({ commands, cwd = '.' }, env) {
  let output = '';
  for (const [program, ...args] of commands) {
    const child = spawn(program, args, { cwd: join(root, cwd), env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    const code = await new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('close', resolve);
    });
    if (code !== 0) return { code, output: typeof code === 'string' ? code : output };
  }
  return { code: 0, output };
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
