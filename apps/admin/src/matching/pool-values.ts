import { decimalText, parseMoney, type AdminCatalogue } from '@upstander/web-kit';
import { today } from '../parts/when';
import type { CreatePoolInput, Pool } from './queries';

export type PoolValues = Record<
  'campaignId' | 'sponsorName' | 'ratio' | 'cap' | 'perGiftCap' | 'starts' | 'ends',
  string
>;

export function valuesOf(pool: Pool | undefined): PoolValues {
  if (!pool) {
    return { campaignId: '', sponsorName: '', ratio: '100', cap: '', perGiftCap: '', starts: today(), ends: '' };
  }
  return {
    campaignId: pool.campaignId,
    sponsorName: pool.sponsorName,
    ratio: String(pool.ratioPercent),
    cap: decimalText(pool.cap),
    perGiftCap: pool.perGiftCap ? decimalText(pool.perGiftCap) : '',
    starts: today(new Date(pool.startsAt)),
    ends: today(new Date(pool.endsAt)),
  };
}

export type PoolProblems = Partial<Record<keyof PoolValues, string>>;

export function problemsOf(values: PoolValues, currency: string, t: AdminCatalogue['admin']): PoolProblems {
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

type Terms = Omit<CreatePoolInput, 'campaignId' | 'idempotencyKey'>;

/** What the API takes: whole days of the reader become the instants at which they begin and end. */
export function termsOf(values: PoolValues, hidden: boolean, currency: string): Terms {
  const perGift = parseMoney(values.perGiftCap, currency);
  return {
    sponsorName: values.sponsorName.trim(),
    sponsorHidden: hidden,
    ratioPercent: Number(values.ratio),
    cap: { amountMinor: parseMoney(values.cap, currency) ?? 0, currency },
    perGiftCap: perGift ? { amountMinor: perGift, currency } : null,
    startsAt: new Date(`${values.starts}T00:00:00`).toISOString(),
    endsAt: new Date(`${values.ends}T23:59:59.999`).toISOString(),
  };
}
