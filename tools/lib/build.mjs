import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
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
  const build = () => runOnce(nx, args, { cwd: root, env, nodeArgs: [] });
  try {
    await withLock(join(root, '.data/build.lock'), build, patienceSeconds);
  } catch (error) {
    throw new Error(`The build failed:\n${onlyFailed(stripVTControlCharacters(error.message))}`, { cause: error });
  }
}

/** Nx prints what every build said; only the ones that failed are of interest. */
function onlyFailed(output) {
  const failed = [...(output.split('Failed tasks:')[1] ?? '').matchAll(/^- (\S+)$/gm)].map(([, task]) => task);
  const parts = output.split(/^> nx run (?=\S+:\S+)/m).slice(1);
  const told = parts.filter((part) => failed.some((task) => part.startsWith(task)));
  return told.length ? told.map((part) => part.split('\n NX ')[0].trim()).join('\n\n') : output;
}
