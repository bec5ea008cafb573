import { isCurrency } from '@upstander/money';
import type { AccountKind } from '../accounts/account-kind.js';

/** One side of what is to be written: debits are positive, credits negative. Zero is allowed and left out. */
export interface PostingDraft {
  kind: AccountKind;
  /** The campaign or the pool the account belongs to; none for the organisation's own. */
  ownerId?: string | null;
  amountMinor: bigint;
  /** ISO 4217 in capitals. */
  currency: string;
}

/** Something that happened to money. */
export interface TransactionDraft {
  /** A word for the list: 'charge', 'fee', 'refund' … */
  kind: string;
  /** What happened outside, said once for ever, such as 'charge:ch_…': the same again is not written again. */
  externalRef: string;
  /** The gift, payout or disbursement this is about. */
  subjectId?: string | null;
  happenedAt: Date;
  postings: PostingDraft[];
}

/** The same transaction with the sides changed: how something booked is taken back. */
export function reversed(
  draft: TransactionDraft,
  as: Pick<TransactionDraft, 'externalRef' | 'happenedAt'>,
): TransactionDraft {
  return {
    ...draft,
    ...as,
    postings: draft.postings.map((posting) => ({ ...posting, amountMinor: -posting.amountMinor })),
  };
}

/**
 * Refuses what the database would refuse at commit, where it is easier to find: a draft that moves nothing, or that
 * does not sum to zero in each currency.
 * @throws RangeError
 */
export function requireBalanced({ externalRef, postings }: TransactionDraft): void {
  const sums = new Map<string, bigint>();
  for (const { currency, amountMinor } of postings) {
    if (!isCurrency(currency)) throw new RangeError(`${externalRef}: ${currency} is not a currency.`);
    sums.set(currency, (sums.get(currency) ?? 0n) + amountMinor);
  }
  if (postings.every((posting) => posting.amountMinor === 0n)) throw new RangeError(`${externalRef} moves nothing.`);
  for (const [currency, sum] of sums) {
    if (sum !== 0n) throw new RangeError(`${externalRef} is off by ${sum} in ${currency}.`);
  }
}

/** A draft in the words of ledger.post_transactions; amounts as text, so that none is rounded on the way. */
export function asItem({ kind, externalRef, subjectId, happenedAt, postings }: TransactionDraft, ord: number): object {
  return {
    ord,
    kind,
    ref: externalRef,
    subject: subjectId ?? null,
    happened: happenedAt,
    postings: postings.map((posting) => ({
      kind: posting.kind,
      owner: posting.ownerId ?? null,
      currency: posting.currency,
      amount: posting.amountMinor.toString(),
    })),
  };
}
