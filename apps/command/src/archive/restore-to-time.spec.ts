import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDataFolder, timeOf } from './restore-to-time.js';

test('reads a time with its offset', () => {
  expect(timeOf('2026-01-01T09:30:00-05:00').toISOString()).toBe('2026-01-01T14:30:00.000Z');
  expect(timeOf('2026-01-01T09:30Z').toISOString()).toBe('2026-01-01T09:30:00.000Z');
});

test.each([
  ['2026-01-01T09:30:00', /with its offset/],
  ['yesterday', /with its offset/],
  ['2026-13-01T09:30:00Z', /with its offset/],
  [new Date(Date.now() + 60_000).toISOString(), /in the future/],
])('rejects the time %s', (text, problem) => {
  expect(() => timeOf(text)).toThrow(problem);
});

test('restores only into an empty folder, which it creates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'restore-'));
  try {
    expect(emptyDataFolder(join(folder, 'data'))).toBe(join(folder, 'data'));
    mkdirSync(join(folder, 'full'));
    writeFileSync(join(folder, 'full/file'), '');
    expect(() => emptyDataFolder(join(folder, 'full'))).toThrow(/full is not empty/);
    writeFileSync(join(folder, 'full/postmaster.pid'), '');
    expect(() => emptyDataFolder(join(folder, 'full'))).toThrow(/a PostgreSQL server uses/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
