import { balanceTransactions } from './balance/balance-transactions.js';
import { bankIsDue } from './bank-debits/bank-answers.js';
import { charges } from './charges/charges.js';
import { checkoutSessions } from './checkout/sessions.js';
import { customers } from './customers/customers.js';
import { disputes } from './disputes/disputes.js';
import { events } from './events/events.js';
import { fraudWarnings } from './fraud-warnings/fraud-warnings.js';
import { invoiceItems } from './invoices/invoice-items.js';
import { invoicePayments } from './invoices/invoice-payments.js';
import { invoices } from './invoices/invoices.js';
import { paymentIntents } from './payment-intents/payment-intents.js';
import { paymentMethods } from './payment-methods/payment-methods.js';
import { payouts } from './payouts/payouts.js';
import { portalConfigurations } from './portal/configurations.js';
import { portalSessions } from './portal/portal-sessions.js';
import { prices } from './products/prices.js';
import { products } from './products/products.js';
import { refunds } from './refunds/refunds.js';
import { setupIntents } from './setup-intents/setup-intents.js';
import type { Resource } from './store/resource.js';
import { subscriptionItems } from './subscriptions/subscription-items.js';
import { subscriptions } from './subscriptions/subscriptions.js';
import { testClocks } from './test-clocks/test-clocks.js';
import { webhookEndpoints } from './webhooks/endpoints.js';

/** A new resource is a folder and a line here. */
export const resources: readonly Resource[] = [
  balanceTransactions,
  charges,
  checkoutSessions,
  customers,
  disputes,
  events,
  fraudWarnings,
  invoiceItems,
  invoicePayments,
  invoices,
  // A debit that arrives also settles its invoice and subscription, which payment intents don't know.
  { ...paymentIntents, tasks: { 'bank.answer': bankIsDue } },
  paymentMethods,
  payouts,
  portalConfigurations,
  portalSessions,
  prices,
  products,
  refunds,
  setupIntents,
  subscriptionItems,
  subscriptions,
  testClocks,
  webhookEndpoints,
];
