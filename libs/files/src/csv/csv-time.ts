import { badInput, isTimeZone } from '@upstander/platform';

/* Times in CSV files are ISO 8601 with an offset, which is unambiguous when clocks are set back. */

/** Returns SQL that formats a time in the session's time zone, which `CopyStream` sets. */
export function csvTime(expression: string): string {
  return `to_char(${expression}, 'YYYY-MM-DD"T"HH24:MI:SSTZH:TZM')`;
}

/** @throws Refusal BAD_INPUT if the time zone is unknown */
export function csvZone(requested: unknown): string {
  if (typeof requested !== 'string' || requested === '') return 'UTC';
  if (!isTimeZone(requested)) throw badInput({ zone: 'not-a-zone' });
  return requested;
}

/** Cached, because creating a formatter takes longer than using it a hundred times. */
const clocks = new Map<string, Intl.DateTimeFormat>();

export function csvTimeOf(at: Date, timeZone: string): string {
  let clock = clocks.get(timeZone);
  if (!clock) {
    // The Swedish locale formats dates and times like ISO 8601.
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
  const padTwo = (n: number) => String(n).padStart(2, '0');
  const ahead = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${padTwo(Math.floor(ahead / 60))}:${padTwo(ahead % 60)}`;
}
