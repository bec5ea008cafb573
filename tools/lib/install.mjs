import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { nodeFault } from './node-range.mjs';
import { root } from './paths.mjs';

/** Exits with a clear message if Node is too old. Must run on old Node versions. */
export function checkNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const fault = nodeFault(process.versions.node, engines.node);
  if (fault === null) return;
  console.error(fault);
  process.exit(1);
}

/** Folders with large packages that few people need. Each has its own package-lock.json. */
export const optionalFolders = ['tests/lighthouse', 'tools/docs-site', 'tools/mutation'];

/**
 * Runs `npm ci` in the root, or one of `optionalFolders`, if its node_modules differs from its package-lock.json. Writes
 * to the standard error, because some programs print JSON.
 */
export function ensureInstalled(folder = '.') {
  const home = join(root, folder);
  const difference = firstDifference(home);
  if (!difference) return;
  const where = folder === '.' ? '' : ` in ${folder}`;
  console.error(`Installing packages${where} with npm ci (${difference}). The first time takes a minute or two.`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], {
    cwd: home,
    stdio: ['ignore', 2, 'inherit'],
    // npm passes its own settings down to nested calls.
    env: { ...process.env, NODE_ENV: 'development' },
  });
  if (status === 0) return;
  console.error(
    `npm ci failed${error ? `: ${error.message}` : ''}. See above; the network must reach the npm registry.`,
  );
  process.exit(1);
}

function firstDifference(home) {
  const wanted = packagesIn(join(home, 'package-lock.json'));
  if (!existsSync(join(home, 'node_modules/.package-lock.json'))) return 'nothing is installed yet';
  const installed = packagesIn(join(home, 'node_modules/.package-lock.json'));
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes('node_modules/') || entry.optional || entry.devOptional) continue;
    if (entry.link && existsSync(join(root, 'node_modules')) && linkOwnModules(path, entry.resolved)) continue;
    if (!installed[path]) return `${path} is missing`;
    if (installed[path].version !== entry.version) return `${path} has another version`;
  }
  return null;
}

/** Avoids a full install for a new package of our own. */
function linkOwnModules(path, folder) {
  const link = join(root, path);
  if (existsSync(link)) return true;
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(relative(dirname(link), join(root, folder)), link, 'junction');
  return existsSync(link);
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
