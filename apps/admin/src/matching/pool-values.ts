import { decimalText, parseMoney, type AdminCatalogue } from '@upstander/web-kit';
import { instantOf } from '../parts/forms/wall-time';
import { daysAfter, todayIn } from '../parts/ui/dates';
import type { CreatePoolInput, Pool } from './queries';

export type PoolValues = Record<
  'campaignId' | 'sponsorName' | 'ratio' | 'cap' | 'perGiftCap' | 'starts' | 'ends',
  string
>;

export function valuesOf(pool: Pool | undefined): PoolValues {
  if (!pool) {
    return { campaignId: '', sponsorName: '', ratio: '100', cap: '', perGiftCap: '', starts: '', ends: '' };
  }
  return {
    campaignId: pool.campaignId,
    sponsorName: pool.sponsorName,
    ratio: String(pool.ratioPercent),
    cap: decimalText(pool.cap),
    perGiftCap: pool.perGiftCap ? decimalText(pool.perGiftCap) : '',
    starts: todayIn(pool.timeZone, new Date(pool.startsAt)),
    ends: todayIn(pool.timeZone, new Date(pool.endsAt)),
  };
}

export type PoolProblems = Partial<Record<keyof PoolValues, string>>;

export function problemsOf(
  values: PoolValues,
  currency: string,
  t: AdminCatalogue<'matching' | 'money'>['admin'],
): PoolProblems {
  const { form } = t.matching;
  const problems: PoolProblems = {};
  const ratio = Number(values.ratio);
  if (!Number.isInteger(ratio) || ratio < 1 || ratio > 1000) problems.ratio = form.badRatio;
  if (!parseMoney(values.cap, currency)) problems.cap = t.money.notAnAmount;
  if (values.perGiftCap.trim() !== '' && !parseMoney(values.perGiftCap, currency)) {
    problems.perGiftCap = t.money.notAnAmount;
  }
  if (values.ends < values.starts) problems.ends = form.badDays;
  return problems;
}

/** Currency and time zone of the matched fundraiser. */
export interface Place {
  currency: string;
  timeZone: string;
}

type Terms = Omit<CreatePoolInput, 'campaignId' | 'idempotencyKey'>;

/** Converts form values to the API's input. Dates become instants in the fundraiser's time zone. */
export function termsOf(values: PoolValues, hidden: boolean, { currency, timeZone }: Place): Terms {
  const midnight = (day: string) => instantOf(day, '00:00', timeZone)?.valueOf() ?? Number.NaN;
  const perGift = parseMoney(values.perGiftCap, currency);
  return {
    sponsorName: values.sponsorName.trim(),
    sponsorHidden: hidden,
    ratioPercent: Number(values.ratio),
    cap: { amountMinor: parseMoney(values.cap, currency) ?? 0, currency },
    perGiftCap: perGift ? { amountMinor: perGift, currency } : null,
    startsAt: new Date(midnight(values.starts)).toISOString(),
    endsAt: new Date(midnight(daysAfter(values.ends, 1)) - 1).toISOString(),
  };
}
