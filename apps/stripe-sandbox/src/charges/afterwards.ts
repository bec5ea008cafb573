import type { Means } from '../payment-methods/create-payment-method.js';
import type { Store } from '../store/store.js';

/** What some pretend cards and accounts bring with them: their holder disputes the charge later, or the bank warns of fraud. */
export function afterwards(store: Store, charge: string, { afterwards: what }: Means): void {
  const at = store.now() + store.settings.disputeAfterSeconds;
  if (what === 'dispute') store.schedule(at, 'dispute.open', charge);
  if (what === 'inquiry') store.schedule(at, 'dispute.inquire', charge);
  if (what === 'fraud_warning') store.schedule(at, 'fraud_warning.issue', charge);
}
