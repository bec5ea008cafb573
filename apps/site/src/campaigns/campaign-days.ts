import { isoDay } from '@upstander/web-kit';

/** Where a campaign stands on its own calendar. */
export type CampaignPhase =
  | { kind: 'open' }
  | { kind: 'ahead'; startsOn: string }
  | { kind: 'ends'; endsOn: string; daysLeft: number }
  | { kind: 'paused' }
  | { kind: 'ended' };

interface Dated {
  status: string;
  timeZone: string;
  startsOn: string | null;
  endsOn: string | null;
}

/** Days are those of the campaign's zone; the last day is one on which it still takes gifts. */
export function phaseOf({ status, timeZone, startsOn, endsOn }: Dated, now: Date): CampaignPhase {
  const today = isoDay(now, timeZone);
  if (status === 'ENDED' || (endsOn !== null && endsOn < today)) return { kind: 'ended' };
  if (status === 'PAUSED') return { kind: 'paused' };
  if (startsOn !== null && startsOn > today) return { kind: 'ahead', startsOn };
  if (endsOn !== null) return { kind: 'ends', endsOn, daysLeft: daysBetween(today, endsOn) };
  return { kind: 'open' };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** How much of the goal, in whole percent, never rounded up to a goal that is not reached. */
export function percentOf(raised: { amountMinor: number | string }, goal: { amountMinor: number | string }): number {
  const whole = BigInt(goal.amountMinor);
  const part = BigInt(raised.amountMinor);
  return whole <= 0n || part <= 0n ? 0 : Number((part * 100n) / whole);
}
