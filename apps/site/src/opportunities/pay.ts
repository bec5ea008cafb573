import { moneyText, type Catalog, type Locale } from '@upstander/web-kit';
import type { OpportunityCardData } from './queries';

/** Returns “$18 to $22 an hour”, or null if it's unpaid. */
export function payText({ pay }: Pick<OpportunityCardData, 'pay'>, locale: Locale, words: Catalog): string | null {
  if (!pay) return null;
  const t = words.site.opportunities;
  const [from, to] = [pay.min, pay.max].map((money) => moneyText(locale, money, { short: true })) as [string, string];
  return t.payPer({ amount: from === to ? from : t.payRange({ from, to }), unit: words.enums.payUnit[pay.unit] });
}

/** Returns “Fresno”, “Fresno, or from home” or “From home”. */
export function whereText({ place, remote }: Pick<OpportunityCardData, 'place' | 'remote'>, words: Catalog): string {
  const t = words.site.opportunities;
  if (!remote) return place;
  return place === '' ? t.fromHome : t.placeOrHome({ place });
}
