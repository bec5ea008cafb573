import { positiveAmount, type MoneyInput } from '@upstander/ledger';
import { badInput, typedLine } from '@upstander/platform';

/** A sponsor's promise as it is kept. */
export interface PoolTerms {
  sponsorName: string;
  sponsorHidden: boolean;
  ratioPercent: number;
  capMinor: bigint;
  perGiftCapMinor: bigint | null;
  startsAt: Date;
  endsAt: Date;
}

/** What somebody typed of it. */
export interface TypedTerms {
  sponsorName: string;
  sponsorHidden: boolean;
  ratioPercent: number;
  cap: MoneyInput;
  perGiftCap?: MoneyInput | null;
  startsAt: Date;
  endsAt: Date;
}

const longest = 2 * 366 * 86_400_000;

/** @throws Refusal BAD_INPUT naming what cannot be. */
export function poolTerms(typed: TypedTerms, currency: string): PoolTerms {
  if (typed.ratioPercent < 1 || typed.ratioPercent > 1000) throw badInput({ ratioPercent: 'out-of-range' });
  if (typed.endsAt <= typed.startsAt) throw badInput({ endsAt: 'not-after-start' });
  if (typed.endsAt.valueOf() - typed.startsAt.valueOf() > longest) throw badInput({ endsAt: 'out-of-range' });
  const capMinor = positiveAmount(typed.cap, currency, 'cap');
  const perGiftCapMinor = typed.perGiftCap ? positiveAmount(typed.perGiftCap, currency, 'perGiftCap') : null;
  if (perGiftCapMinor !== null && perGiftCapMinor > capMinor) throw badInput({ perGiftCap: 'above-the-cap' });
  return {
    sponsorName: typedLine('sponsorName', typed.sponsorName, 120),
    sponsorHidden: typed.sponsorHidden,
    ratioPercent: typed.ratioPercent,
    capMinor,
    perGiftCapMinor,
    startsAt: typed.startsAt,
    endsAt: typed.endsAt,
  };
}
