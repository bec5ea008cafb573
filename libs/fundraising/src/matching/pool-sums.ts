import { money } from '@upstander/ledger';
import type { MatchingPool } from './matching-pool.entity.js';

/** The most a sponsor gives, and what is left of it. */
export function leftOf({
  capMinor,
  matchedMinor,
  currency,
}: Pick<MatchingPool, 'capMinor' | 'matchedMinor' | 'currency'>) {
  return { cap: money(capMinor, currency), remaining: money(BigInt(capMinor) - BigInt(matchedMinor), currency) };
}
