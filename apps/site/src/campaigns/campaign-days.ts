import { isoDay } from '@upstander/web-kit';

export type CampaignPhase =
  | { kind: 'open' }
  | { kind: 'ahead'; startsOn: string }
  | { kind: 'ends'; endsOn: string; daysLeft: number }
  | { kind: 'paused' }
  | { kind: 'ended' };

interface DatedCampaign {
  status: string;
  timeZone: string;
  startsOn: string | null;
  endsOn: string | null;
}

/** Uses days in the campaign's time zone. It accepts gifts through its last day. */
export function phaseOf({ status, timeZone, startsOn, endsOn }: DatedCampaign, now: Date): CampaignPhase {
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

/** Rounds down, so that an unmet goal never shows 100. */
export function percentOf(raised: { amountMinor: number | string }, goal: { amountMinor: number | string }): number {
  const goalMinor = BigInt(goal.amountMinor);
  const raisedMinor = BigInt(raised.amountMinor);
  return goalMinor <= 0n || raisedMinor <= 0n ? 0 : Number((raisedMinor * 100n) / goalMinor);
}
