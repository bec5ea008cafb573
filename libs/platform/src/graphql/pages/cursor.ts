import { badInput } from '../../refusals/refusal.js';

/** An opaque cursor over the sort keys of a row: the page after it starts behind that row, never at an offset. */
export function encodeCursor(keys: readonly (string | number | boolean | Date | null)[]): string {
  const plain = keys.map((key) => (key instanceof Date ? key.toISOString() : key));
  return Buffer.from(JSON.stringify(plain)).toString('base64url');
}

/**
 * The sort keys in a cursor, or null for the first page.
 * @throws Refusal BAD_INPUT when the cursor was not made here (wrong shape or number of keys).
 */
export function decodeCursor(
  cursor: string | null | undefined,
  length: number,
): (string | number | boolean | null)[] | null {
  if (!cursor) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(keys) && keys.length === length && keys.every(isPlain)) return keys;
  } catch {
    // Falls through to the refusal.
  }
  throw badInput({ after: 'not-a-cursor' }, 'This list has moved on. Please start again from its first page.');
}

/** What a database takes as a value: no NUL and no half of a character in a text, no number beyond all numbers. */
function isPlain(key: unknown): key is string | number | boolean | null {
  if (typeof key === 'string') return !/[\0\p{Cs}]/u.test(key);
  return key === null || typeof key === 'boolean' || Number.isFinite(key);
}

const standardPage = 20;
const largestPage = 100;

/** How many rows a page has: 20 unless told, 1 to 100. @throws Refusal BAD_INPUT outside that. */
export function pageSize(first: number | null | undefined): number {
  const size = first ?? standardPage;
  if (size < 1 || size > largestPage) throw badInput({ first: 'out-of-range' }, 'A page has 1 to 100 rows.');
  return size;
}

/** Lists count their matches up to here and then say "1,000+". */
export const countCap = 1000;
