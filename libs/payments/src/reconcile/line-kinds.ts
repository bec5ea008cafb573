import type Stripe from 'stripe';
import { idOf } from '../stripe/checkout.js';

export type StripeBalanceTransaction = Stripe.BalanceTransaction;

const charges: readonly string[] = ['charge', 'payment'];
const refunds: readonly string[] = ['refund', 'payment_refund', 'refund_failure', 'payment_failure_refund'];
const payouts: readonly string[] = ['payout', 'payout_failure', 'payout_cancel'];

export function kindOf(line: StripeBalanceTransaction): 'charge' | 'refund' | 'dispute' | 'payout' | 'other' {
  if (charges.includes(line.type)) return 'charge';
  if (refunds.includes(line.type)) return 'refund';
  if (payouts.includes(line.type)) return 'payout';
  return line.reporting_category === 'dispute' || line.reporting_category === 'dispute_reversal' ? 'dispute' : 'other';
}

/** Returns the ledger reference under which a balance transaction must be booked. */
export function expectedRef(line: StripeBalanceTransaction): string {
  const source = idOf(line.source) ?? line.id;
  const kind = kindOf(line);
  if (kind === 'dispute') return `dispute:${source}:${line.amount < 0 ? 'opened' : 'won'}`;
  if (kind === 'other') return `line:${line.id}`;
  const comesBack = (kind === 'refund' || kind === 'payout') && line.amount > 0;
  return `${kind}:${source}${comesBack ? ':failed' : ''}`;
}
