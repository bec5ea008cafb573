import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.mjs';

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
  const { status, stdout, stderr } = spawnSync(process.execPath, [nx, 'run-many', '-t', 'build', ...only], {
    cwd: root,
    env: { ...process.env, ...quietNx, NODE_ENV: 'production' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}\n${stderr}`);
}
