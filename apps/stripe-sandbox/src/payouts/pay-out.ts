import type Stripe from 'stripe';
import { move, payoutOf } from '../balance/balance-transactions.js';
import { changedMetadata, type MetadataChanges } from '../requests/metadata.js';
import { invalid } from '../requests/stripe-error.js';
import type { Store } from '../store/store.js';

const DAY = 86_400;
const BANK_DAYS = 2;

/**
 * Includes all transactions not paid out yet, so their net equals the payout's amount. Returns null if the balance isn't
 * positive. @param all true to include pending money
 */
export function payOut(store: Store, { currency = store.settings.currency, all = false } = {}): Stripe.Payout | null {
  const taken = [...store.all('balance_transaction').oldestFirst()].filter(
    (one) =>
      one.currency === currency &&
      one.type !== 'payout' &&
      (all || one.available_on <= store.now()) &&
      payoutOf(store, one.id) === null,
  );
  const amount = taken.reduce((sum, { net }) => sum + net, 0);
  if (amount <= 0) return null;
  const payout = send(store, amount, currency, true);
  for (const { id, available_on } of taken) {
    store.setNote(id, { payout: payout.id });
    if (available_on > store.now())
      store.update('balance_transaction', id, { available_on: store.now(), status: 'available' });
  }
  store.emit('payout.reconciliation_completed', payout);
  return payout;
}

interface ManualDetails {
  amount: number;
  currency: string;
  description?: string;
  metadata?: MetadataChanges;
  statement_descriptor?: string;
}

/** As at Stripe, a manual payout isn't linked to balance transactions. */
export function manualPayout(store: Store, { metadata: labels, ...details }: ManualDetails): Stripe.Payout {
  const available = [...store.all('balance_transaction').oldestFirst()]
    .filter((one) => one.currency === details.currency && one.available_on <= store.now())
    .reduce((sum, { net }) => sum + net, 0);
  if (details.amount > available) {
    throw invalid(
      'You have insufficient funds in your Stripe account for this payout.',
      'amount',
      'balance_insufficient',
    );
  }
  return send(store, details.amount, details.currency, false, {
    description: details.description ?? null,
    metadata: changedMetadata({}, labels),
    statement_descriptor: details.statement_descriptor ?? null,
  });
}

function send(
  store: Store,
  amount: number,
  currency: string,
  automatic: boolean,
  extra: Partial<Stripe.Payout> = {},
): Stripe.Payout {
  const id = store.newId('payout');
  const transaction = move(store, {
    type: 'payout',
    category: 'payout',
    amount: -amount,
    currency,
    source: id,
    description: 'STRIPE PAYOUT',
    availableOn: store.now(),
  });
  if (automatic) store.setNote(transaction.id, { payout: id });
  const arrival = (Math.floor(store.now() / DAY) + BANK_DAYS) * DAY;
  const payout = store.insert('payout', {
    id,
    object: 'payout',
    amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: arrival,
    automatic,
    balance_transaction: transaction.id,
    created: store.now(),
    currency,
    description: 'STRIPE PAYOUT',
    destination: 'ba_1LocalBankOfTheSandbox00',
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: {},
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: automatic ? 'completed' : 'not_applicable',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: null,
    status: 'in_transit',
    trace_id: { status: 'pending', value: null },
    type: 'bank_account',
    ...extra,
  });
  store.emit('payout.created', payout);
  store.schedule(arrival, 'payout.arrive', id);
  return payout;
}

export function reachBank(store: Store, id: string): void {
  if (store.get('payout', id).status !== 'in_transit') return;
  const paid = store.update('payout', id, {
    status: 'paid',
    trace_id: { status: 'supported', value: store.random.randomText(16).toUpperCase() },
  });
  store.emit('payout.paid', paid);
}

/** Fails a payout and returns its amount to the balance. */
export function failPayout(store: Store, id: string): Stripe.Payout {
  const before = store.get('payout', id);
  if (before.status === 'failed') throw invalid(`Payout ${id} has failed already.`);
  const transaction = move(store, {
    type: 'payout_failure',
    category: 'payout_reversal',
    amount: before.amount,
    currency: before.currency,
    source: id,
    description: 'STRIPE PAYOUT FAILURE',
    availableOn: store.now(),
  });
  const failed = store.update('payout', id, {
    failure_balance_transaction: transaction.id,
    failure_code: 'account_closed',
    failure_message: 'The bank account has been closed.',
    status: 'failed',
  });
  store.emit('payout.failed', failed);
  return failed;
}

export function payDaily(store: Store): void {
  payOut(store);
  store.schedule(midnightAfter(store.now()), 'payout.daily', 'account');
}

export function startDailyPayouts(store: Store): void {
  if (store.agenda.list().some(({ name }) => name === 'payout.daily')) return;
  store.schedule(midnightAfter(store.now()), 'payout.daily', 'account');
}

const midnightAfter = (time: number): number => (Math.floor(time / DAY) + 1) * DAY;
