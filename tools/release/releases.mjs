import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';

/**
 * Returns the version of the newest release in db/releases. Between releases, package.json has the next version with
 * `-dev`, but published files still name this one.
 * @returns {string}
 */
export function lastRelease() {
  const versions = readdirSync(join(root, 'db/releases')).flatMap((file) => /^(.+)\.json$/.exec(file)?.[1] ?? []);
  return versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
}

/**
 * Returns the commit of a release: its tag, or, where tags are missing, the commit that wrote its record in db/releases.
 * Returns null if the history is too short to tell.
 * @param {string} version for example 0.2.0
 * @returns {string | null}
 */
export function releasedCommit(version) {
  const tagged = git('rev-parse', '--verify', '--quiet', `v${version}^{commit}`);
  if (tagged) return tagged;
  // The oldest commit of a shallow clone appears to have written every file.
  if (git('rev-parse', '--is-shallow-repository') !== 'false') return null;
  return git('log', '-1', '--format=%H', '--', `db/releases/${version}.json`) || null;
}

/** Returns the output, or undefined if the command fails. */
export function git(...args) {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
