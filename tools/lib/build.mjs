import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { root } from './paths.mjs';
import { runOnce } from './programs.mjs';

/** Nx without its background process, its cloud, its questions and its screen painting. */
export const quietNx = {
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  NX_ANALYTICS: 'false',
  NX_INTERACTIVE: 'false',
};

/** Builds what changed since it was last built (Nx keeps count); `projects` limits it. Throws when a build fails. */
export async function buildApps(projects = []) {
  const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
  const only = projects.length ? [`--projects=${projects.join(',')}`] : [];
  const env = { ...process.env, ...quietNx, NODE_ENV: 'production', FORCE_COLOR: '0' };
  const args = ['run-many', '-t', 'build', '--output-style=static', ...only];
  // Two runs must not write the same output at once.
  mkdirSync(join(root, '.data'), { recursive: true });
  const patienceSeconds = 300;
  await withLock(
    join(root, '.data/build.lock'),
    () => runOnce(nx, args, { cwd: root, env, nodeArgs: [] }),
    patienceSeconds,
  );
}
