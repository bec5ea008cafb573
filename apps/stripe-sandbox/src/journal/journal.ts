import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Entry } from '../sandbox.js';

/** Skips an incomplete last line left by a crash. */
export function readJournal(file: string): Entry[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines
    .slice(0, -1)
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Entry);
}

/** Replaces a journal atomically. */
export function writeJournal(file: string, entries: Iterable<Entry>): void {
  mkdirSync(dirname(file), { recursive: true });
  const text = [...entries].map((entry) => `${JSON.stringify(entry)}\n`).join('');
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Opens a journal for appending. Each line is written to the operating system before the response is sent. */
export function openJournal(file: string): { add(entry: Entry): void; close(): void } {
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(file, 'a', 0o600);
  return {
    add: (entry) => void writeSync(handle, `${JSON.stringify(entry)}\n`),
    close: () => closeSync(handle),
  };
}
