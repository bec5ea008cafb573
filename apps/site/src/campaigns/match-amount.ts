import type { MoneyValue } from '@upstander/web-kit';

export interface OpenMatch {
  ratioPercent: number;
  perGiftCap: MoneyValue | null;
  remaining: MoneyValue;
  endsAt: string;
}

/** Follows the rule of `match_gifts.sql`. */
export function matchAmount(gift: MoneyValue, matches: readonly OpenMatch[], isPast: (at: string) => boolean): bigint {
  return matches
    .filter(({ endsAt }) => !isPast(endsAt))
    .map(({ ratioPercent, perGiftCap, remaining }) => {
      const wanted = (BigInt(gift.amountMinor) * BigInt(ratioPercent)) / 100n;
      const caps = [perGiftCap, remaining].filter((cap) => cap !== null).map((cap) => BigInt(cap.amountMinor));
      return caps.reduce((least, cap) => (cap < least ? cap : least), wanted);
    })
    .reduce((sum, added) => (added > 0n ? sum + added : sum), 0n);
}
