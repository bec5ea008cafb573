import type Stripe from 'stripe';
import { createPrice, productData, recurring } from '../products/prices.js';
import { currency, integer, required, objectParam, text, type ParsedShape } from '../requests/params.js';
import { invalid } from '../requests/stripe-error.js';
import { idOf } from '../store/objects.js';
import type { Store } from '../store/store.js';

export const lineItem = objectParam({
  price: text(),
  price_data: objectParam({
    currency: required(currency()),
    product: text(),
    product_data: productData,
    recurring,
    tax_behavior: text(),
    unit_amount: integer(),
  }),
  quantity: integer({ least: 1, most: 999_999 }),
});

export type LineItemParams = ReturnType<(typeof lineItem)['read']>;

export interface Line {
  id: string;
  price: string;
  quantity: number;
}

export function makeLines(store: Store, items: LineItemParams[], mode: 'payment' | 'subscription'): Line[] {
  const lines = items.map(({ price, price_data: data, quantity }, at) => {
    const param = `line_items[${at}]`;
    if (!price === !data) throw invalid(`You must specify either price or price_data for ${param}.`, param);
    if (quantity === undefined) throw invalid('Quantity is required. Add `quantity` to `line_items[${at}]`', param);
    const made = price
      ? store.get('price', price, `${param}[price]`)
      : createPrice(store, data as ParsedShape<never> & typeof data & { currency: string }, `${param}[price_data]`);
    if (mode === 'payment' && made.recurring) {
      throw invalid(
        'You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.',
        `${param}[price]`,
      );
    }
    return { id: `li_${store.random.randomText(24)}`, price: made.id, quantity };
  });
  const prices = lines.map(({ price }) => store.get('price', price));
  if (new Set(prices.map(({ currency: code }) => code)).size > 1) {
    throw invalid('All line items must have the same currency.', 'line_items');
  }
  if (mode === 'subscription' && !prices.some(({ recurring: every }) => every)) {
    throw invalid(
      'You must provide at least one recurring price in `subscription` mode when using prices.',
      'line_items',
    );
  }
  return lines;
}

export function totalOf(store: Store, lines: readonly Line[]): { amount: number; currency: string } {
  const prices = lines.map(({ price, quantity }) => ({ price: store.get('price', price), quantity }));
  const amount = prices.reduce((sum, { price, quantity }) => sum + (price.unit_amount ?? 0) * quantity, 0);
  return { amount, currency: prices[0]?.price.currency ?? store.settings.currency };
}

export function toLineItems(store: Store, lines: readonly Line[]): Stripe.LineItem[] {
  return lines.map(({ id, price: priceId, quantity }) => {
    const price = store.get('price', priceId);
    const amount = (price.unit_amount ?? 0) * quantity;
    return {
      id,
      object: 'item',
      adjustable_quantity: null,
      amount_discount: 0,
      amount_subtotal: amount,
      amount_tax: 0,
      amount_total: amount,
      currency: price.currency,
      description: store.find('product', idOf(price.product))?.name ?? null,
      metadata: {},
      price,
      quantity,
    };
  });
}
