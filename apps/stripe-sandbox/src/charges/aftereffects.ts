import type { TestPaymentMethod } from '../payment-methods/create-payment-method.js';
import type { Store } from '../store/store.js';

/** Schedules the dispute or fraud warning of some test cards and accounts. */
export function scheduleAftereffects(store: Store, charge: string, { afterwards: event }: TestPaymentMethod): void {
  const at = store.now() + store.settings.disputeAfterSeconds;
  if (event === 'dispute') store.schedule(at, 'dispute.open', charge);
  if (event === 'inquiry') store.schedule(at, 'dispute.inquire', charge);
  if (event === 'fraud_warning') store.schedule(at, 'fraud_warning.issue', charge);
}
