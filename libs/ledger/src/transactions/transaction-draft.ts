import { isCurrency } from '@upstander/money';
import type { AccountKind } from '../accounts/account-kind.js';

/** Debits are positive, credits negative. Zero postings are omitted. */
export interface PostingDraft {
  kind: AccountKind;
  /** Campaign or pool; null for the organization's own accounts. */
  ownerId?: string | null;
  amountMinor: bigint;
  currency: string;
}

export interface TransactionDraft {
  /** For display: 'charge', 'fee', 'refund' … */
  kind: string;
  /** Unique external event, for example 'charge:ch_…'. Repeated references are not posted again. */
  externalRef: string;
  /** ID of the gift, payout or disbursement. */
  subjectId?: string | null;
  happenedAt: Date;
  postings: PostingDraft[];
}

export function reverseDraft(
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
 * Checks that a draft moves money and sums to zero in each currency.
 * The database checks this too, at commit.
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

/** Converts a draft to the input of ledger.post_transactions. Strings avoid rounding. */
export function toPostingItem(
  { kind, externalRef, subjectId, happenedAt, postings }: TransactionDraft,
  ord: number,
): object {
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
