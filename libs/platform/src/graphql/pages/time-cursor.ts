import { badInput } from '../../refusals/refusal.js';
import { isDay } from '../../typed/days.js';
import { isUuid } from '../../typed/uuid.js';
import { decodeCursor } from './cursor.js';

/** The time of day, as JavaScript writes it (T18:00:00.000Z) or PostgreSQL ( 18:00:00.123456+00). */
const timeOfDay = /^[T ]([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?(Z|[+-]\d{2}(:\d{2})?)$/;

/** Whether a text is a moment as a cursor carries it. */
export function isTimeText(text: string): boolean {
  return isDay(text.slice(0, 10)) && timeOfDay.test(text.slice(10));
}

/**
 * The row a page of a list in order of time starts behind, or null for the first page. A time in
 * milliseconds, Stripe's or ours, comes out of JavaScript; one that PostgreSQL knows to the microsecond as its text.
 * @throws Refusal BAD_INPUT when the cursor was not made here.
 */
export function timeCursor(after: string | null | undefined): { at: string; id: string } | null {
  const keys = decodeCursor(after, 2);
  if (!keys) return null;
  const [at, id] = keys.map(String) as [string, string];
  if (!isTimeText(at) || !isUuid(id)) throw badInput({ after: 'not-a-cursor' });
  return { at, id };
}
