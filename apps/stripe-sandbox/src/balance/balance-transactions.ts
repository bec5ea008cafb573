import type Stripe from 'stripe';
import { currency, text } from '../requests/params.js';
import { route } from '../requests/route.js';
import { page, paging, timeFilter } from '../store/lists.js';
import { idOf } from '../store/objects.js';
import { resource } from '../store/resource.js';
import type { Store } from '../store/store.js';

const DAY = 86_400;

export interface BalanceNote extends Record<string, unknown> {
  /** ID of the payout that included this transaction. */
  payout: string | null;
}

interface BalanceMovement {
  type: Stripe.BalanceTransaction.Type;
  category: string;
  /** Amount before the fee; negative for outgoing money. */
  amount: number;
  fee?: number;
  feeDescription?: string;
  currency: string;
  source: string;
  description: string | null;
  /** Unix seconds; defaults to the availability of a charge made now. */
  availableOn?: number;
}

/** Records a balance transaction. All money movements go through here, so their net sums to the balance. */
export function move(store: Store, { fee = 0, ...movement }: BalanceMovement): Stripe.BalanceTransaction {
  const availableOn = movement.availableOn ?? store.now() + store.settings.availableAfterDays * DAY;
  return store.insert('balance_transaction', {
    id: store.newId('balance_transaction'),
    object: 'balance_transaction',
    amount: movement.amount,
    available_on: availableOn,
    balance_type: 'payments',
    created: store.now(),
    currency: movement.currency,
    description: movement.description,
    exchange_rate: null,
    fee,
    fee_details: fee
      ? [
          {
            amount: fee,
            application: null,
            currency: movement.currency,
            description: movement.feeDescription ?? 'Stripe processing fees',
            type: 'stripe_fee',
          },
        ]
      : [],
    net: movement.amount - fee,
    reporting_category: movement.category,
    source: movement.source,
    status: availableOn <= store.now() ? 'available' : 'pending',
    type: movement.type,
  });
}

export function payoutOf(store: Store, transaction: string): string | null {
  return store.note<BalanceNote>(transaction).payout ?? null;
}

function toStripe(store: Store, transaction: Stripe.BalanceTransaction): Stripe.BalanceTransaction {
  const status = transaction.available_on <= store.now() ? 'available' : 'pending';
  return status === transaction.status ? transaction : { ...transaction, status };
}

export function balance(store: Store): Stripe.Balance {
  const sums = new Map<string, { available: number; pending: number }>();
  sums.set(store.settings.currency, { available: 0, pending: 0 });
  for (const { available_on: on, currency: code, net } of store.all('balance_transaction').oldestFirst()) {
    const sum = sums.get(code) ?? { available: 0, pending: 0 };
    sum[on <= store.now() ? 'available' : 'pending'] += net;
    sums.set(code, sum);
  }
  const amounts = (which: 'available' | 'pending') =>
    [...sums].map(([code, sum]) => ({ amount: sum[which], currency: code, source_types: { card: sum[which] } }));
  return { object: 'balance', available: amounts('available'), livemode: false, pending: amounts('pending') };
}

export const balanceTransactions = resource({
  kind: 'balance_transaction',
  prefix: 'txn',
  present: toStripe,
  routes: [
    route(
      'GET /v1/balance_transactions',
      { ...paging, created: timeFilter(), currency: currency(), payout: text(), source: text(), type: text() },
      (store, params) => {
        if (params.payout) store.get('payout', params.payout, 'payout');
        return page(
          store,
          'balance_transaction',
          '/v1/balance_transactions',
          params,
          (one) =>
            (params.type ?? one.type) === one.type &&
            (params.currency ?? one.currency) === one.currency &&
            (params.source ?? idOf(one.source)) === idOf(one.source) &&
            (params.created?.(one.created) ?? true) &&
            (params.payout === undefined || payoutOf(store, one.id) === params.payout),
        );
      },
    ),
    route('GET /v1/balance_transactions/:transaction', {}, (store, _params, id) =>
      store.get('balance_transaction', id),
    ),
    route('GET /v1/balance', {}, balance),
  ],
});
