import { isoDay } from '@upstander/web-kit';
import type { SeriesAnswer } from './queries';

/** The outcome of one date, as carried in the address of the confirmation page. It is not personal. */
export interface DateReceipt {
  /** Local day, for example 2027-05-01. */
  day: string;
  status: 'CONFIRMED' | 'WAITLISTED' | 'REFUSED';
  position: number | null;
  refusal: string | null;
}

/** Returns `c20270501` for a spot, `w3-20270501` for number 3 on the waitlist, `xTOO_YOUNG-20270501` for a refusal. */
export function writeDates({ outcomes }: Pick<SeriesAnswer, 'outcomes'>, timeZone: string): string {
  return outcomes
    .map(({ startsAt, signup, refusal }) => {
      const day = isoDay(new Date(startsAt), timeZone).replaceAll('-', '');
      if (!signup) return `x${refusal?.code ?? ''}-${day}`;
      return signup.status === 'WAITLISTED' ? `w${signup.position ?? ''}-${day}` : `c${day}`;
    })
    .join('.');
}

export function readDates(text: string): DateReceipt[] {
  return text.split('.').flatMap((one): DateReceipt[] => {
    const [, kind, detail, year, month, date] = /^([cwx])([A-Z_]{0,40}|\d{0,6})-?(\d{4})(\d\d)(\d\d)$/.exec(one) ?? [];
    if (kind === undefined) return [];
    const day = `${year}-${month}-${date}`;
    if (Number.isNaN(Date.parse(day))) return [];
    if (kind === 'x') return [{ day, status: 'REFUSED', position: null, refusal: detail ?? '' }];
    const position = kind === 'w' && Number(detail) > 0 ? Number(detail) : null;
    return [{ day, status: kind === 'w' ? 'WAITLISTED' : 'CONFIRMED', position, refusal: null }];
  });
}
