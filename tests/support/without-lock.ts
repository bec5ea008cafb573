import type { TestApp } from './app.js';
import { runAsOwner } from './tampering.js';

/**
 * Creates a copy of a function without its first statement, which locks the shifts. The original stays unchanged if
 * `as` is another name.
 */
export async function withoutLock(app: TestApp, name: string, user: string): Promise<void> {
  const [row] = await app.db.query<{ definition: string }>(
    `SELECT pg_get_functiondef(('events.' || $1)::regproc) AS definition`,
    [name],
  );
  const copy = row!.definition
    .replace(`events.${name}(`, `events.${user}(`)
    .replace(/PERFORM FROM events\.shift s[\s\S]*?FOR NO KEY UPDATE;/, '');
  if (copy.includes('FOR NO KEY UPDATE')) throw new Error(`The lock of ${name} was not found.`);
  await runAsOwner(app, copy);
}

/** The last guard, dropped by tests that show what happens without it. */
export const dropCheck = 'ALTER TABLE events.shift DROP CONSTRAINT shift_never_oversold';
export const addCheck =
  'ALTER TABLE events.shift ADD CONSTRAINT shift_never_oversold CHECK (taken <= capacity) NOT VALID';
