import type Stripe from 'stripe';
import type { Answer, ApiRequest } from '../requests/answer.js';
import { parseForm } from '../requests/form.js';
import { StripeError } from '../requests/stripe-error.js';
import { idOf } from '../store/objects.js';
import type { Store } from '../store/store.js';
import type { SessionNote } from './create-session.js';
import { toLineItems } from './line-items.js';
import { checkoutPage, closedPage, bankPage } from './page.js';
import { paySession, type Payment } from './pay-session.js';

/** Serves `/c/pay/<session>`. */
export class CheckoutPages {
  constructor(private readonly store: Store) {}

  handle({ method, path, body }: ApiRequest): Answer {
    const id = /^\/c\/pay\/(cs_test_\w+)$/.exec(path.split('?')[0] ?? '')?.[1];
    const session = id ? this.store.find('checkout.session', id) : undefined;
    if (!session) return html(404, closedPage('missing', null));
    if (session.status === 'complete' && session.success_url) return redirect(returnUrl(session));
    if (session.status !== 'open') return html(410, closedPage('expired', session));
    return method === 'POST' ? this.pay(session, body) : html(200, this.page(session));
  }

  private pay(session: Stripe.Checkout.Session, body: string): Answer {
    try {
      const form = parseForm(body);
      const field = (name: string): string | undefined =>
        typeof form[name] === 'string' && form[name] !== '' ? (form[name] as string) : undefined;
      const payment: Payment = {
        card: field('card') ?? 'succeeds',
        ...(field('email') && { email: field('email') as string }),
        ...(field('name') && { name: field('name') as string }),
        ...(field('bank') && { authenticate: field('bank') === 'yes' }),
      };
      const paid = paySession(this.store, session.id, payment);
      if (paid.status === 'complete') return redirect(paid.url);
      if (paid.status === 'needs_authentication') return html(200, bankPage(session, payment));
      return html(402, this.page(session, payment, paid.message));
    } catch (error) {
      if (error instanceof StripeError) return html(error.status, this.page(session, {}, error.message));
      throw error;
    }
  }

  private page(session: Stripe.Checkout.Session, payment: Payment = {}, refusal: string | null = null): string {
    const { lines = [] } = this.store.note<SessionNote>(session.id);
    const shown = toLineItems(this.store, lines).map((line) => ({
      name: line.description ?? '',
      description: this.store.find('product', idOf(line.price?.product))?.description ?? null,
      amount: line.amount_total,
      quantity: line.quantity ?? 1,
      interval: line.price?.recurring?.interval ?? null,
    }));
    const email = session.customer_email ?? this.store.find('customer', idOf(session.customer))?.email ?? null;
    return checkoutPage({ session, lines: shown, email, payment, refusal });
  }
}

const returnUrl = ({ success_url: url, id }: Stripe.Checkout.Session): string =>
  (url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', id);

export function redirect(location: string): Answer {
  return { status: 303, headers: { location, 'cache-control': 'no-store' }, body: '' };
}

export function html(status: number, body: string): Answer {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
      'referrer-policy': 'no-referrer',
    },
    body,
  };
}
