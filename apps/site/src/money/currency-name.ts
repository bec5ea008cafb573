import { intlTag, type Locale } from '@upstander/web-kit';

/** "US dollars", "dólares estadounidenses" */
export function currencyName(locale: Locale, currency: string): string {
  const format = { style: 'currency', currency, currencyDisplay: 'name' } as const;
  const parts = new Intl.NumberFormat(intlTag(locale), format).formatToParts(5);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}
