import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoLogins } from './demo-logins.mjs';
import { root } from './paths.mjs';
import { runOnce } from './programs.mjs';

const note = join(root, '.data/prepared.json');

/**
 * Migrates, and fills a database that has nobody yet: with the demo, or with one admin who can make the rest. Does
 * nothing when this very database was prepared by these very programs before: each of them costs a second of waiting.
 *
 * @param {object} options
 * @param options.env the settings of the programs
 * @param options.owners what the migrations are told besides
 * @param {boolean} options.empty whether the database stays without a demo
 * @param options.emptied throws everything in the database away; missing where that is not ours to do
 * @param {(title: string, work: () => Promise<unknown>) => Promise<unknown>} options.step says what is going on
 * @returns what `demoLogins` returns
 */
export async function prepareDatabase({ env, owners, empty, emptied, step }) {
  let { database, programs } = await stateOf(env.DATABASE_URL);
  const noted = read();
  let known = noted?.database === database ? noted : null;
  if (known?.programs === programs) return known.logins;
  if (known?.loading && emptied) {
    await emptied();
    ({ database, programs } = await stateOf(env.DATABASE_URL));
    known = null;
  }
  // The pretend Stripe of another database knows nothing of this one's gifts.
  if (!known && env.STRIPE_SANDBOX_STATE) rmSync(env.STRIPE_SANDBOX_STATE, { force: true });
  const run = (file, ...args) => runOnce(file, args, { cwd: root, env });
  const asOwner = { cwd: root, env: { ...env, ...owners } };
  // A demo from before there were releases is worth no question.
  await step('Preparing the database', () => runOnce('dist/apps/command/main.js', ['migrate', '--adopt'], asOwner));
  if (empty) await run('dist/apps/command/main.js', 'create-admin', 'admin@upstander.example', 'Admin');
  // A database that was left empty on purpose stays so.
  else if (!known?.empty) {
    // Half a demo is worse than none: a start that was stopped in the middle begins again.
    if (!known && emptied) writeFileSync(note, JSON.stringify({ database, loading: true }), { mode: 0o600 });
    await step('Loading the demo: a year of gifts takes about half a minute, once', () =>
      run('dist/db/demo/load.js', ...demoArgs(env)),
    );
  }
  const logins = await demoLogins(env.DATABASE_URL);
  const isEmpty = empty || Boolean(known?.empty);
  writeFileSync(note, JSON.stringify({ database, programs, empty: isEmpty, logins }), { mode: 0o600 });
  return logins;
}

/** With the local Stripe a year of gifts is played through it; a real account would know nothing of them. */
function demoArgs({ STRIPE_SANDBOX_STATE: state }) {
  return state ? ['--if-empty', `--stripe-state=${state}`] : ['--if-empty'];
}

/** This database (of this cluster, not one of the same name made since) and the programs that would prepare it. */
async function stateOf(connectionString) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT (SELECT system_identifier FROM pg_control_system()) || '/' || oid AS id
       FROM pg_database WHERE datname = current_database()`,
    );
    const hash = createHash('sha256');
    for (const file of ['dist/apps/command/main.js', 'package-lock.json']) hash.update(readFileSync(join(root, file)));
    return { database: rows[0].id, programs: hash.digest('hex') };
  } finally {
    await client.end();
  }
}

function read() {
  try {
    return JSON.parse(readFileSync(note, 'utf8'));
  } catch {
    return null;
  }
}
