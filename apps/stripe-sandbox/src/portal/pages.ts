import type Stripe from 'stripe';
import { html, redirect } from '../checkout/pages.js';
import { payInvoice } from '../invoices/pay-invoice.js';
import { createPaymentMethod } from '../payment-methods/create-payment-method.js';
import { attach } from '../payment-methods/payment-methods.js';
import { cardOf, type Card } from '../payment-methods/cards.js';
import type { Answer, ApiRequest } from '../requests/answer.js';
import { parseForm } from '../requests/form.js';
import { StripeError } from '../requests/stripe-error.js';
import { idOf } from '../store/objects.js';
import type { Store } from '../store/store.js';
import { changeSubscription } from '../subscriptions/change-subscription.js';
import { methodFor } from '../subscriptions/renew-subscription.js';
import { settleSubscription } from '../subscriptions/settle-subscription.js';
import { runAtClockOf } from '../test-clocks/on-clock.js';
import { portalPage } from './portal-page.js';
import { portalWords } from './portal-words.js';

/** Customer portal at `/p/session/<session>`, for changing the card or canceling. */
export class PortalPages {
  constructor(private readonly store: Store) {}

  handle({ method, path, body }: ApiRequest): Answer {
    const id = /^\/p\/session\/(bps_\w+)$/.exec(path.split('?')[0] ?? '')?.[1];
    const session = this.store.find('billing_portal.session', id);
    if (!session)
      return html(404, portalPage({ said: portalWords(null), returnUrl: null, subscriptions: [], refused: false }));
    if (method !== 'POST') return html(200, this.page(session, false));
    try {
      const form = parseForm(body);
      const fieldOf = (name: string): string => (typeof form[name] === 'string' ? (form[name] as string) : '');
      this.performAction(session, fieldOf('action'), fieldOf('subscription'), fieldOf('card'));
      const flow = session.flow?.after_completion;
      return redirect(flow?.type === 'redirect' && flow.redirect ? flow.redirect.return_url : path);
    } catch (error) {
      if (error instanceof StripeError) return html(error.status, this.page(session, true));
      throw error;
    }
  }

  /** @throws StripeError if the card is declined */
  performAction(session: Stripe.BillingPortal.Session, action: string, subscription: string, card: string): void {
    const { customer } = this.store.get('subscription', subscription);
    if (customer !== session.customer)
      throw new StripeError(404, 'invalid_request_error', 'There is no such subscription.');
    if (action === 'card') this.addCard(session.customer, subscription, card);
    else if (action === 'pay') this.payOpenInvoice(subscription);
    else changeSubscription(this.store, subscription, { cancel_at_period_end: action === 'stop' });
  }

  private addCard(customer: string, subscription: string, name: string): void {
    const { email, name: holder } = this.store.get('customer', customer);
    const card = cardOf(name) ?? (cardOf('succeeds') as Card);
    const method = createPaymentMethod(this.store, card, { email, name: holder });
    attach(this.store, method.id, customer);
    changeSubscription(this.store, subscription, { default_payment_method: method.id });
  }

  private payOpenInvoice(subscription: string): void {
    const { customer } = this.store.get('subscription', subscription);
    const invoice = this.openInvoice(subscription);
    const method = invoice && methodFor(this.store, invoice);
    if (!invoice || !method) return;
    const tried = runAtClockOf(this.store, customer, () => {
      const paid = payInvoice(this.store, invoice.id, method);
      settleSubscription(this.store, paid);
      return paid;
    });
    if (tried.status !== 'paid') throw new StripeError(402, 'card_error', 'Your card was declined.');
  }

  private openInvoice(subscription: string): Stripe.Invoice | null {
    const { latest_invoice: latest } = this.store.get('subscription', subscription);
    const invoice = this.store.find('invoice', idOf(latest));
    return invoice?.status === 'open' ? invoice : null;
  }

  private page({ customer, locale, return_url: returnUrl }: Stripe.BillingPortal.Session, refused: boolean): string {
    const subscriptions = [...this.store.all('subscription').newestFirst()]
      .filter((one) => one.customer === customer && one.status !== 'canceled')
      .map((subscription) => ({
        subscription,
        last4: this.store.find('payment_method', idOf(subscription.default_payment_method))?.card?.last4 ?? null,
        open: this.openInvoice(subscription.id) !== null,
      }));
    return portalPage({ said: portalWords(locale), returnUrl, subscriptions, refused });
  }
}
