import { money } from '@upstander/ledger';
import type { MatchingPool } from './matching-pool.entity.js';

export function poolAmounts({
  capMinor,
  matchedMinor,
  currency,
}: Pick<MatchingPool, 'capMinor' | 'matchedMinor' | 'currency'>) {
  return { cap: money(capMinor, currency), remaining: money(BigInt(capMinor) - BigInt(matchedMinor), currency) };
}
