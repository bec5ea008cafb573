import { badInput } from '../refusals/refusal.js';
import { isTimeZone } from '../typed/days.js';

/*
 * How a time stands in a CSV file of ours: ISO 8601 with the offset of its zone, 2026-11-28T09:00:00-05:00. Nobody has to
 * guess a zone, also in the hour that a clock says twice; days of a calendar stand as 2026-11-28.
 */

/** As SQL, for `CopyOut`, which says in whose zone. */
export function csvTime(expression: string): string {
  return `to_char(${expression}, 'YYYY-MM-DD"T"HH24:MI:SSTZH:TZM')`;
}

/**
 * The zone that a file is asked for in.
 * @throws Refusal BAD_INPUT for what is none.
 */
export function csvZone(asked: unknown): string {
  if (typeof asked !== 'string' || asked === '') return 'UTC';
  if (!isTimeZone(asked)) throw badInput({ zone: 'not-a-zone' });
  return asked;
}

/** Making one takes longer than using it a hundred times. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** The same of a time that the program has. */
export function csvTimeOf(at: Date, timeZone: string): string {
  let clock = clocks.get(timeZone);
  if (!clock) {
    // Sweden writes a day and a time as ISO does.
    clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    clocks.set(timeZone, clock);
  }
  const local = clock.format(at).replace(' ', 'T');
  const minutes = Math.round((Date.parse(`${local}Z`) - at.getTime()) / 60_000);
  const two = (n: number) => String(n).padStart(2, '0');
  const ahead = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
}
