import { html, redirect } from '../checkout/pages.js';
import { closeDispute, openDispute } from '../disputes/open-dispute.js';
import { issueFraudWarning } from '../fraud-warnings/fraud-warnings.js';
import { failPayout, payOut, reachBank } from '../payouts/pay-out.js';
import { refundCharge } from '../refunds/refund-charge.js';
import type { Answer, Asked } from '../requests/answer.js';
import { parseForm } from '../requests/form.js';
import { StripeError } from '../requests/stripe-error.js';
import { idOf } from '../store/objects.js';
import type { Store } from '../store/store.js';
import { collect, renewSubscription } from '../subscriptions/renew-subscription.js';
import { dashboardPage } from './page.js';

const actions: Record<string, (store: Store, id: string) => void> = {
  refund: (store, id) => void refundCharge(store, id),
  dispute: (store, id) => void openDispute(store, id),
  warn: (store, id) => void issueFraudWarning(store, id),
  win: (store, id) => void closeDispute(store, id, 'won'),
  lose: (store, id) => void closeDispute(store, id, 'lost'),
  'pay-out': (store) => void payOut(store, { all: true }),
  arrive: reachBank,
  'send-back': (store, id) => void failPayout(store, id),
  renew: renewNow,
};

/** What banks, cardholders and Stripe itself do in real life, as buttons: `/` of the local Stripe. */
export class DashboardPages {
  constructor(private readonly store: Store) {}

  handle(asked: Asked): Answer {
    if (asked.method !== 'POST') return html(200, dashboardPage(this.store, null));
    // A page of somebody else's that a tester happens to have open must not press buttons here.
    const site = asked.headers['sec-fetch-site'];
    if (site && site !== 'same-origin' && site !== 'none')
      return html(403, dashboardPage(this.store, 'Not from another site.'));
    try {
      const { what, id } = parseForm(asked.body);
      actions[String(what)]?.(this.store, String(id ?? ''));
      return redirect('/');
    } catch (error) {
      if (error instanceof StripeError) return html(error.status, dashboardPage(this.store, error.message));
      throw error;
    }
  }
}

/** The next month of a subscription, now. */
function renewNow(store: Store, id: string): void {
  renewSubscription(store, id);
  const invoice = idOf(store.get('subscription', id).latest_invoice);
  if (invoice) collect(store, invoice);
}
