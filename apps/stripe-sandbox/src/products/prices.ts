import type Stripe from 'stripe';
import { changedMetadata, metadata, type MetadataChanges } from '../requests/metadata.js';
import { clearable, currency, flag, integer, oneOf, required, objectParam, text } from '../requests/params.js';
import { route } from '../requests/route.js';
import { invalid } from '../requests/stripe-error.js';
import { page, paging, timeFilter } from '../store/lists.js';
import { resource } from '../store/resource.js';
import type { Store } from '../store/store.js';
import { createProduct } from './products.js';

export const recurring = objectParam({
  interval: required(oneOf('day', 'month', 'week', 'year')),
  interval_count: integer({ least: 1 }),
});

export const productData = objectParam({
  description: text(),
  metadata: metadata(),
  name: required(text()),
  statement_descriptor: text(22),
});

interface PriceDetails {
  currency: string;
  product?: string;
  product_data?: { name: string; description?: string; metadata?: MetadataChanges; statement_descriptor?: string };
  unit_amount?: number;
  recurring?: { interval: 'day' | 'month' | 'week' | 'year'; interval_count?: number };
  active?: boolean;
  lookup_key?: string;
  metadata?: MetadataChanges;
  nickname?: string;
}

/** For an API request or inline `price_data`. */
export function createPrice(store: Store, details: PriceDetails, param = ''): Stripe.Price {
  const paramName = (name: string): string => (param ? `${param}[${name}]` : name);
  if (details.unit_amount === undefined) {
    throw invalid(
      `Missing required param: ${paramName('unit_amount')}.`,
      paramName('unit_amount'),
      'parameter_missing',
    );
  }
  if (!details.product === !details.product_data) {
    throw invalid('You must specify either `product` or `product_data` when creating a price.', paramName('product'));
  }
  const product = details.product
    ? store.get('product', details.product, paramName('product')).id
    : createProduct(store, details.product_data as { name: string }).id;
  const price: Stripe.Price = {
    id: store.newId('price'),
    object: 'price',
    active: details.active ?? true,
    billing_scheme: 'per_unit',
    created: store.now(),
    currency: details.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: details.lookup_key ?? null,
    metadata: changedMetadata({}, details.metadata),
    nickname: details.nickname ?? null,
    product,
    recurring: details.recurring
      ? {
          interval: details.recurring.interval,
          interval_count: details.recurring.interval_count ?? 1,
          meter: null,
          trial_period_days: null,
          usage_type: 'licensed',
        }
      : null,
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: details.recurring ? 'recurring' : 'one_time',
    unit_amount: details.unit_amount,
    unit_amount_decimal: String(details.unit_amount) as unknown as Stripe.Price['unit_amount_decimal'],
  };
  store.insert('price', price);
  store.emit('price.created', price);
  return price;
}

function updatePrice(store: Store, id: string, { metadata: changed, ...plain }: Partial<PriceDetails>) {
  const before = store.get('price', id);
  const after = store.update('price', id, {
    ...(plain as Partial<Stripe.Price>),
    metadata: changedMetadata(before.metadata, changed),
  });
  store.emit('price.updated', after, before);
  return after;
}

const writableParams = { active: flag(), lookup_key: text(200), metadata: metadata(), nickname: clearable(text()) };

export const prices = resource({
  kind: 'price',
  prefix: 'price',
  routes: [
    route(
      'POST /v1/prices',
      {
        ...writableParams,
        nickname: text(),
        currency: required(currency()),
        product: text(),
        product_data: productData,
        recurring,
        unit_amount: integer(),
      },
      (store, params) => createPrice(store, params),
    ),
    route(
      'GET /v1/prices',
      {
        ...paging,
        active: flag(),
        created: timeFilter(),
        currency: currency(),
        product: text(),
        type: oneOf('one_time', 'recurring'),
      },
      (store, params) =>
        page(
          store,
          'price',
          '/v1/prices',
          params,
          (price) =>
            (params.active ?? price.active) === price.active &&
            (params.currency ?? price.currency) === price.currency &&
            (params.product ?? price.product) === price.product &&
            (params.type ?? price.type) === price.type &&
            (params.created?.(price.created) ?? true),
        ),
    ),
    route('GET /v1/prices/:price', {}, (store, _params, id) => store.get('price', id)),
    route('POST /v1/prices/:price', writableParams, (store, params, id) =>
      updatePrice(store, id, params as Partial<PriceDetails>),
    ),
  ],
});
