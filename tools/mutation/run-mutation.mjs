import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { startTestPostgres } from '../lib/test-postgres.mjs';
import { groups } from './groups.mjs';

/**
 * Reports are in .data/mutation/. Returns exit code 0 if the total score is sufficient.
 * @param {string[]} names groups to run; all if empty
 */
export async function runMutation(names) {
  const unknown = names.filter((name) => !groups.some((group) => group.name === name));
  if (unknown.length > 0) {
    console.error(`No such group: ${unknown.join(', ')}. Available: ${groups.map(({ name }) => name).join(', ')}.`);
    return 1;
  }
  // Stryker also receives Ctrl-C. This process stays alive to clean up.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => {});
  const folder = join(root, '.data/mutation');
  const copies = join(folder, `copies-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const postgres = await startTestPostgres();
  try {
    return await stryker(names, { TEST_DATABASE_URL: postgres.url, MUTATION_FOLDER: folder, MUTATION_COPIES: copies });
  } finally {
    rmSync(copies, { recursive: true, force: true });
    await postgres.stop();
  }
}

/** Runs in a separate process, because Stryker exits its process when interrupted. */
function stryker(names, env) {
  const program = join(root, 'tools/mutation/run-groups.mjs');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...names], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: 'inherit',
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
