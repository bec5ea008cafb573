import { badInput } from '../../refusals/refusal.js';

/** The next page starts after the row with these sort keys. */
export function encodeCursor(keys: readonly (string | number | boolean | Date | null)[]): string {
  const plain = keys.map((key) => (key instanceof Date ? key.toISOString() : key));
  return Buffer.from(JSON.stringify(plain)).toString('base64url');
}

/** Returns null for the first page. @throws Refusal BAD_INPUT if the cursor is malformed */
export function decodeCursor(
  cursor: string | null | undefined,
  length: number,
): (string | number | boolean | null)[] | null {
  if (!cursor) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(keys) && keys.length === length && keys.every(isPlain)) return keys;
  } catch {
    // Refused below.
  }
  throw badInput({ after: 'not-a-cursor' }, 'This list has moved on. Please start again from its first page.');
}

/** True if PostgreSQL accepts the value: no NUL character, lone surrogate or infinite number. */
function isPlain(key: unknown): key is string | number | boolean | null {
  if (typeof key === 'string') return !/[\0\p{Cs}]/u.test(key);
  return key === null || typeof key === 'boolean' || Number.isFinite(key);
}

const standardPage = 20;
const largestPage = 100;

/** 20 by default. @throws Refusal BAD_INPUT if it isn't from 1 to 100 */
export function pageSize(first: number | null | undefined): number {
  const size = first ?? standardPage;
  if (size < 1 || size > largestPage) throw badInput({ first: 'out-of-range' }, 'A page has 1 to 100 rows.');
  return size;
}

/** Lists count matches up to this number and then display "1,000+". */
export const countCap = 1000;
