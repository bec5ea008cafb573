import type { TransactionDraft } from '@upstander/ledger';
import type Stripe from 'stripe';
import type { ChargedGift } from '../stripe/charge-readings.js';

export const closedStatuses: readonly string[] = ['won', 'lost', 'warning_closed', 'prevented'];

export interface DisputeSums {
  fee: bigint;
  feeReturned: bigint;
  /** Withdrawn and not returned. */
  held: bigint;
}

type BalanceMovement = Pick<Stripe.BalanceTransaction, 'amount' | 'fee' | 'created' | 'reporting_category'>;

const withdrawals = (movements: readonly BalanceMovement[]) => movements.filter(({ amount }) => amount < 0);
const reinstatements = (movements: readonly BalanceMovement[]) => movements.filter(({ amount }) => amount > 0);

export function disputeSums({ balance_transactions: movements }: Stripe.Dispute): DisputeSums {
  const sumOf = (list: readonly BalanceMovement[], of: (one: BalanceMovement) => number) =>
    list.reduce((total, one) => total + BigInt(of(one)), 0n);
  return {
    fee: sumOf(withdrawals(movements), ({ fee }) => fee),
    feeReturned: -sumOf(reinstatements(movements), ({ fee }) => fee),
    held: -sumOf(movements, ({ amount }) => amount),
  };
}

/**
 * Returns the ledger transactions of a dispute. Each balance transaction is booked with its amount and
 * fee; inquiries have none. If the dispute is lost, the reserve is booked as lost.
 */
export function disputeDrafts(dispute: Stripe.Dispute, gift: ChargedGift): TransactionDraft[] {
  const { campaignId: ownerId, currency } = gift;
  const movements = dispute.balance_transactions;
  const draft = (name: string, nth: number, created: number, postings: TransactionDraft['postings']) => ({
    kind: `dispute-${name}`,
    externalRef: `dispute:${dispute.id}:${name}${nth > 0 ? `:${nth + 1}` : ''}`,
    subjectId: gift.id,
    happenedAt: new Date(created * 1000),
    postings,
  });
  const draftMovement = (name: 'opened' | 'won') => (one: BalanceMovement, nth: number) =>
    draft(name, nth, one.created, [
      { kind: 'dispute-reserve', ownerId, amountMinor: -BigInt(one.amount), currency },
      { kind: 'dispute-fees', ownerId, amountMinor: BigInt(one.fee), currency },
      { kind: 'stripe-balance', amountMinor: BigInt(one.amount) - BigInt(one.fee), currency },
    ]);
  const { held } = disputeSums(dispute);
  const last = movements.at(-1)?.created ?? dispute.created;
  return [
    ...withdrawals(movements).map(draftMovement('opened')),
    ...reinstatements(movements).map(draftMovement('won')),
    ...(dispute.status === 'lost' && held > 0n
      ? [
          draft('lost', 0, last, [
            { kind: 'disputes-lost', ownerId, amountMinor: held, currency },
            { kind: 'dispute-reserve', ownerId, amountMinor: -held, currency },
          ]),
        ]
      : []),
  ];
}
