import { badInput } from '../../refusals/refusal.js';
import { isUuid } from '../../typed/uuid.js';
import { decodeCursor } from './cursor.js';

/**
 * The row a page of a list in order of time starts behind, or null for the first page. The time is Stripe's or ours in
 * milliseconds: both come out of JavaScript, so a cursor loses nothing.
 * @throws Refusal BAD_INPUT when the cursor was not made here.
 */
export function timeCursor(after: string | null | undefined): { at: string; id: string } | null {
  const keys = decodeCursor(after, 2);
  if (!keys) return null;
  const [at, id] = keys.map(String) as [string, string];
  if (Number.isNaN(Date.parse(at)) || !isUuid(id)) throw badInput({ after: 'not-a-cursor' });
  return { at, id };
}
