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

/** What a journal says, oldest first. The last line of a program that was killed may be half a line: it is left out. */
export function readJournal(file: string): Entry[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  // What follows the last end of a line was never finished.
  return lines
    .slice(0, -1)
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Entry);
}

/** Writes a whole state as a journal, in one step: there is the old one or the new one, never half of it. */
export function writeJournal(file: string, entries: Iterable<Entry>): void {
  mkdirSync(dirname(file), { recursive: true });
  const text = [...entries].map((entry) => `${JSON.stringify(entry)}\n`).join('');
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** A journal to add to. A line is with the operating system before anybody is answered. */
export function openJournal(file: string): { add(entry: Entry): void; close(): void } {
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(file, 'a', 0o600);
  return {
    add: (entry) => void writeSync(handle, `${JSON.stringify(entry)}\n`),
    close: () => closeSync(handle),
  };
}
