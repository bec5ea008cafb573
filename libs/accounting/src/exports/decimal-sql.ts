import { currenciesWith } from '@upstander/money';
import pg from 'pg';

/** Returns SQL that formats minor units as a decimal with the currency's number of digits. */
export function decimal(minor: string, currency: string): string {
  const currencyCondition = (places: 0 | 3) =>
    `${currency} IN (${currenciesWith(places).map(pg.escapeLiteral).join(', ')})`;
  return `CASE WHEN ${currencyCondition(0)} THEN (${minor})::text WHEN ${currencyCondition(3)} THEN round((${minor}) / 1000.0, 3)::text
    ELSE round((${minor}) / 100.0, 2)::text END`;
}
