import { money } from '@upstander/ledger';
import type { MatchingPool } from './matching-pool.entity.js';

export function poolAmounts({
  capMinor,
  perGiftCapMinor,
  matchedMinor,
  currency,
}: Pick<MatchingPool, 'capMinor' | 'perGiftCapMinor' | 'matchedMinor' | 'currency'>) {
  return {
    cap: money(capMinor, currency),
    perGiftCap: perGiftCapMinor === null ? null : money(perGiftCapMinor, currency),
    remaining: money(BigInt(capMinor) - BigInt(matchedMinor), currency),
  };
}
