import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoLogins } from './demo-logins.mjs';
import { root } from './paths.mjs';
import { runOnce } from './programs.mjs';

const note = join(root, '.data/prepared.json');

/**
 * Migrates the database and, if it is new, loads the demo or creates a single admin.
 * Does nothing if the same programs prepared the same database before, which saves a second for each step.
 * @param {object} options
 * @param options.env settings of the programs
 * @param options.owners additional settings of migrations
 * @param {boolean} options.empty true to load no demo
 * @param options.emptied deletes everything; undefined for an external database
 * @param {(title: string, work: () => Promise<unknown>) => Promise<unknown>} options.step reports progress
 * @returns the result of `demoLogins`
 */
export async function prepareDatabase({ env, owners, empty, emptied, step }) {
  let { database, programs } = await stateOf(env.DATABASE_URL);
  const noted = readNote();
  let known = noted?.database === database ? noted : null;
  if (known?.programs === programs) return known.logins;
  if (known?.loading && emptied) {
    await emptied();
    ({ database, programs } = await stateOf(env.DATABASE_URL));
    known = null;
  }
  // Deletes the sandbox state of another database, which doesn't match these gifts.
  if (!known && env.STRIPE_SANDBOX_STATE) rmSync(env.STRIPE_SANDBOX_STATE, { force: true });
  const run = (file, ...args) => runOnce(file, args, { cwd: root, env });
  const asOwner = { cwd: root, env: { ...env, ...owners } };
  // Adopts a demo database from before the first release without asking.
  await step('Preparing the database', () => runOnce('dist/apps/command/main.js', ['migrate', '--adopt'], asOwner));
  if (empty) await run('dist/apps/command/main.js', 'create-admin', 'admin@upstander.example', 'Admin');
  // A database left empty on purpose stays empty.
  else if (!known?.empty) {
    // An interrupted load starts over.
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

/**
 * Passes on the local Stripe's state, through which the demo plays a year of gifts.
 * A real account wouldn't know them.
 */
function demoArgs({ STRIPE_SANDBOX_STATE: state }) {
  return state ? ['--if-empty', `--stripe-state=${state}`] : ['--if-empty'];
}

/** Identifies the database by cluster and OID, and the programs that prepare it. */
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
    for (const file of ['dist/apps/command/program.js', 'package-lock.json'])
      hash.update(readFileSync(join(root, file)));
    return { database: rows[0].id, programs: hash.digest('hex') };
  } finally {
    await client.end();
  }
}

function readNote() {
  try {
    return JSON.parse(readFileSync(note, 'utf8'));
  } catch {
    return null;
  }
}
