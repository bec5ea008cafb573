import { balanceTransactions } from './balance/balance-transactions.js';
import { charges } from './charges/charges.js';
import { checkoutSessions } from './checkout/sessions.js';
import { customers } from './customers/customers.js';
import { disputes } from './disputes/disputes.js';
import { events } from './events/events.js';
import { paymentIntents } from './payment-intents/payment-intents.js';
import { paymentMethods } from './payment-methods/payment-methods.js';
import { payouts } from './payouts/payouts.js';
import { prices } from './products/prices.js';
import { products } from './products/products.js';
import { refunds } from './refunds/refunds.js';
import type { Resource } from './store/resource.js';
import { webhookEndpoints } from './webhooks/endpoints.js';

/** Everything the local Stripe knows; a new noun is a folder and a line here. */
export const resources: readonly Resource[] = [
  balanceTransactions,
  charges,
  checkoutSessions,
  customers,
  disputes,
  events,
  paymentIntents,
  paymentMethods,
  payouts,
  prices,
  products,
  refunds,
  webhookEndpoints,
];
