import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { fingerprint } from './fingerprint.mjs';
import { withLock } from './lock.mjs';
import { root } from './paths.mjs';
import { runOnce } from './programs.mjs';

/**
 * Runs Nx without daemon, cloud, prompts and terminal UI.
 * Its default cache is shared by all checkouts of a user and may return outputs of another one.
 */
export const quietNx = {
  NX_CACHE_DIRECTORY: join(root, '.nx/cache'),
  NX_WORKSPACE_DATA_DIRECTORY: join(root, '.nx/workspace-data'),
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  NX_ANALYTICS: 'false',
  NX_INTERACTIVE: 'false',
};

const note = join(root, '.data/build.json');
const outputs = [
  'dist/apps/api/main.js',
  'dist/apps/worker/main.js',
  'dist/apps/sms-sandbox/main.js',
  'dist/apps/stripe-sandbox/main.js',
  'dist/apps/command/main.js',
  'dist/db/demo/load.js',
  'apps/admin/dist/index.html',
];

/**
 * Skips Nx, which takes a second or two, if no source was touched. @param {{ fresh?: boolean }} options `fresh`: build
 * everything without the cache
 */
export async function buildApps({ fresh = false } = {}) {
  mkdirSync(join(root, '.data'), { recursive: true });
  // Concurrent runs must not write the same output.
  await withLock(join(root, '.data/build.lock'), () => build(fresh), 300);
}

async function build(fresh) {
  const now = fingerprint();
  if (!fresh && now === lastBuilt() && outputs.every((file) => existsSync(join(root, file)))) return;
  const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
  const env = { ...process.env, ...quietNx, NODE_ENV: 'production', FORCE_COLOR: '0' };
  try {
    const args = ['run-many', '-t', 'build', '--output-style=static', ...(fresh ? ['--skip-nx-cache'] : [])];
    await runOnce(nx, args, { cwd: root, env, nodeArgs: [] });
  } catch (error) {
    throw new Error(`The build failed:\n${outputOfFailedTasks(stripVTControlCharacters(error.message))}`, {
      cause: error,
    });
  }
  writeFileSync(note, JSON.stringify({ fingerprint: now }));
}

function lastBuilt() {
  return existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')).fingerprint : null;
}

export function outputOfFailedTasks(output) {
  const failed = [...(output.split('Failed tasks:')[1] ?? '').matchAll(/^- (\S+)$/gm)].map(([, task]) => task);
  const parts = output.split(/^> nx run (?=\S+:\S+)/m).slice(1);
  const told = parts.filter((part) => failed.some((task) => part.startsWith(task)));
  return told.length ? told.map((part) => part.split('\n NX ')[0].trim()).join('\n\n') : output;
}
