import { settleBankDebit } from '../bank-debits/bank-answers.js';
import { html, redirect } from '../checkout/pages.js';
import { closeDispute, openDispute } from '../disputes/open-dispute.js';
import type { Faults } from '../faults/faults.js';
import { issueFraudWarning } from '../fraud-warnings/fraud-warnings.js';
import { failPayout, payOut, reachBank } from '../payouts/pay-out.js';
import { refundCharge } from '../refunds/refund-charge.js';
import type { Answer, ApiRequest } from '../requests/answer.js';
import { parseForm } from '../requests/form.js';
import { StripeError } from '../requests/stripe-error.js';
import { idOf } from '../store/objects.js';
import type { Store } from '../store/store.js';
import { collect, renewSubscription } from '../subscriptions/renew-subscription.js';
import type { Deliveries } from '../webhooks/deliveries.js';
import { dashboardPage } from './page.js';
import { callProblems, noProblems, webhookProblems } from './simulated-problems.js';

const actions: Record<string, (store: Store, id: string) => void> = {
  'bank-pays': (store, id) => resolveBankDebit(store, id, 'succeeds'),
  'bank-refuses': (store, id) => resolveBankDebit(store, id, 'fails'),
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

export class DashboardPages {
  private troubles = noProblems;

  constructor(
    private readonly store: Store,
    private readonly faults: Faults,
    private readonly webhooks: Deliveries,
  ) {}

  handle(asked: ApiRequest): Answer {
    if (asked.method !== 'POST') return html(200, this.page());
    // CSRF protection.
    const site = asked.headers['sec-fetch-site'];
    if (site && site !== 'same-origin' && site !== 'none') return html(403, this.page('Not from another site.'));
    try {
      const { what, id, calls, webhooks } = parseForm(asked.body);
      if (what === 'trouble') this.trouble(String(calls), String(webhooks));
      else actions[String(what)]?.(this.store, String(id ?? ''));
      return redirect('/');
    } catch (error) {
      if (error instanceof StripeError) return html(error.status, this.page(error.message));
      throw error;
    }
  }

  private trouble(calls: string, webhooks: string): void {
    if (!isOneOf(callProblems, calls) || !isOneOf(webhookProblems, webhooks)) return;
    this.faults.failRandomly(callProblems[calls]);
    this.webhooks.mode(webhookProblems[webhooks]);
    this.troubles = { calls, webhooks };
  }

  private page(refused: string | null = null): string {
    return dashboardPage(this.store, { refused, troubles: this.troubles, waiting: this.webhooks.list().length });
  }
}

function isOneOf<T extends object>(choices: T, choice: string): choice is keyof T & string {
  return Object.hasOwn(choices, choice);
}

function resolveBankDebit(store: Store, charge: string, outcome: 'succeeds' | 'fails'): void {
  settleBankDebit(store, idOf(store.get('charge', charge).payment_intent) as string, outcome);
}

/** Renews a subscription without waiting for the end of its period. */
function renewNow(store: Store, id: string): void {
  renewSubscription(store, id);
  const invoice = idOf(store.get('subscription', id).latest_invoice);
  if (invoice) collect(store, invoice);
}
