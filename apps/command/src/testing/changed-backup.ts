import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder } from './own-server.js';

/** Copies a backup with a changed manifest. @returns its folder */
export function changedBackup(saved: string, name: string, change: (text: string) => string): string {
  const copy = join(folder, name);
  execFileSync('cp', ['-r', saved, copy]);
  const file = join(copy, 'manifest.json');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  return copy;
}
