import { amountFault, type MoneyInput } from '@upstander/ledger';
import { readInput, refuseFaults } from '@upstander/platform';
import type { MatchingPool } from './matching-pool.entity.js';
import { UpdateMatchingPoolInput } from './matching-pool.input.js';

type Words = Pick<MatchingPool, 'sponsorName' | 'sponsorHidden' | 'ratioPercent' | 'startsAt' | 'endsAt'>;

export type PoolTerms = Words & Pick<MatchingPool, 'capMinor' | 'perGiftCapMinor'>;

export type TypedTerms = Words & { cap: MoneyInput; perGiftCap?: MoneyInput | null };

const maxDuration = 2 * 366 * 86_400_000;

/** @throws Refusal BAD_INPUT listing every invalid field */
export function poolTerms(input: TypedTerms, currency: string): PoolTerms {
  const { values, faults } = readInput(UpdateMatchingPoolInput, input);
  const { startsAt, endsAt } = values;
  if (!values.sponsorName) faults['sponsorName'] = 'required';
  if (endsAt <= startsAt) faults['endsAt'] = 'not-after-start';
  else if (endsAt.valueOf() - startsAt.valueOf() > maxDuration) faults['endsAt'] = 'out-of-range';
  const { cap, perGiftCap } = input;
  const capFault = amountFault(cap, currency);
  if (capFault) faults['cap'] = capFault;
  const fault = perGiftCap && perGiftCap.amountMinor > cap.amountMinor ? 'above-the-cap' : null;
  const perGiftFault = perGiftCap && (amountFault(perGiftCap, currency) ?? (capFault ? null : fault));
  if (perGiftFault) faults['perGiftCap'] = perGiftFault;
  refuseFaults(faults);
  const perGiftCapMinor = perGiftCap ? String(perGiftCap.amountMinor) : null;
  return { ...values, capMinor: String(cap.amountMinor), perGiftCapMinor };
}
