import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../lib/paths.mjs';

/**
 * Skips unchanged files, so watchers aren't triggered.
 * @param {string} path relative to the root of the repository
 * @param {string | null} text null to remove the file
 */
export function writeGenerated(path, text) {
  const file = join(root, path);
  if (text === null) return rmSync(file, { force: true });
  if (read(file) === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
