import { decimals, smallestStep } from '@upstander/money';
import { intlTag, type Locale } from '@upstander/web-kit';
import type { GiveData } from './queries';

/** `give.js` shows totals while the donor types, by the same rules as the API. */
export function liveTotals(campaign: GiveData, isPast: (at: string) => boolean, locale: Locale) {
  const { currency } = campaign;
  const matches = campaign.matching
    .filter(({ endsAt }) => !isPast(endsAt))
    .map(({ ratioPercent, perGiftCap, remaining }) => [
      ratioPercent,
      perGiftCap === null ? null : Number(perGiftCap.amountMinor),
      Number(remaining.amountMinor),
    ]);
  return {
    'data-language': intlTag(locale),
    'data-currency': currency,
    'data-digits': decimals(currency),
    'data-step': String(smallestStep(currency)),
    'data-percent': campaign.feePercent,
    'data-fixed': String(campaign.feeFixed.amountMinor),
    'data-minimum': String(campaign.minimum.amountMinor),
    'data-matches': JSON.stringify(matches),
  };
}
