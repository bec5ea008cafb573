import type Stripe from 'stripe';
import { createPrice, recurring } from '../products/prices.js';
import { currency, flag, integer, required, objectParam, text, type ParsedShape } from '../requests/params.js';
import { metadata } from '../requests/metadata.js';
import { route } from '../requests/route.js';
import { invalid } from '../requests/stripe-error.js';
import { page, paging } from '../store/lists.js';
import { idOf } from '../store/objects.js';
import { resource } from '../store/resource.js';
import type { Store } from '../store/store.js';

export const priceData = objectParam({
  currency: required(currency()),
  product: required(text()),
  recurring: required(recurring),
  tax_behavior: text(),
  unit_amount: integer(),
});

export const itemParams = objectParam({
  id: text(),
  deleted: flag(),
  metadata: metadata(),
  price: text(),
  price_data: priceData,
  quantity: integer({ least: 1, most: 999_999 }),
});
export type ItemParams = ReturnType<(typeof itemParams)['read']>;

/** Creates inline prices. */
export function priceOf(store: Store, item: ItemParams, param: string): Stripe.Price | null {
  if (item.price && item.price_data)
    throw invalid('You may only specify one of these parameters: price, price_data.', param);
  const price = item.price
    ? store.get('price', item.price, `${param}[price]`)
    : item.price_data
      ? createPrice(
          store,
          item.price_data as ParsedShape<never> & NonNullable<typeof item.price_data>,
          `${param}[price_data]`,
        )
      : null;
  if (price && !price.recurring) {
    throw invalid(
      'The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.',
      `${param}[price]`,
    );
  }
  return price;
}

export function createItem(
  store: Store,
  subscription: string,
  price: Stripe.Price,
  quantity: number,
  period: { start: number; end: number },
): Stripe.SubscriptionItem {
  return store.insert('subscription_item', {
    id: store.newId('subscription_item'),
    object: 'subscription_item',
    billing_thresholds: null,
    created: store.now(),
    current_period_end: period.end,
    current_period_start: period.start,
    current_trial: null,
    discounts: [],
    metadata: {},
    plan: planOf(price),
    price,
    quantity,
    subscription,
    tax_rates: [],
  });
}

/** Returns the legacy plan object, which items still include. */
export function planOf(price: Stripe.Price): Stripe.Plan {
  const { interval, interval_count } = price.recurring as Stripe.Price.Recurring;
  return {
    id: price.id,
    object: 'plan',
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: 'per_unit',
    created: price.created,
    currency: price.currency,
    interval,
    interval_count,
    livemode: false,
    metadata: price.metadata,
    meter: null,
    nickname: price.nickname,
    product: idOf(price.product),
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: 'licensed',
  };
}

export const subscriptionItems = resource({
  kind: 'subscription_item',
  prefix: 'si',
  idLength: 14,
  routes: [
    route('GET /v1/subscription_items', { ...paging, subscription: required(text()) }, (store, params) =>
      page(
        store,
        'subscription_item',
        '/v1/subscription_items',
        params,
        ({ subscription }) => subscription === params.subscription,
      ),
    ),
    route('GET /v1/subscription_items/:item', {}, (store, _params, id) => store.get('subscription_item', id)),
  ],
});
