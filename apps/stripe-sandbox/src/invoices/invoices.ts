import { flag, oneOf, text } from '../requests/params.js';
import { route } from '../requests/route.js';
import { invalid } from '../requests/stripe-error.js';
import { cardError } from '../payment-intents/pay-intent.js';
import { resolvePaymentMethod } from '../payment-methods/create-payment-method.js';
import { page, paging, singlePage, timeFilter } from '../store/lists.js';
import { idOf } from '../store/objects.js';
import { resource } from '../store/resource.js';
import { methodFor } from '../subscriptions/renew-subscription.js';
import { settleSubscription } from '../subscriptions/settle-subscription.js';
import { runAtClockOf } from '../test-clocks/on-clock.js';
import { manualInvoices } from './manual-invoices.js';
import { isPaymentProcessing, finalizeInvoice, payInvoice, paymentOf, voidInvoice } from './pay-invoice.js';

export const invoices = resource({
  kind: 'invoice',
  prefix: 'in',
  routes: [
    route(
      'GET /v1/invoices',
      {
        ...paging,
        created: timeFilter(),
        customer: text(),
        status: oneOf('draft', 'open', 'paid', 'uncollectible', 'void'),
        subscription: text(),
      },
      (store, params) =>
        page(
          store,
          'invoice',
          '/v1/invoices',
          params,
          (invoice) =>
            (params.created?.(invoice.created) ?? true) &&
            (params.customer ?? idOf(invoice.customer)) === idOf(invoice.customer) &&
            (params.status ?? invoice.status) === invoice.status &&
            (params.subscription === undefined ||
              params.subscription === idOf(invoice.parent?.subscription_details?.subscription)),
        ),
    ),
    route('GET /v1/invoices/:invoice', {}, (store, _params, id) => store.get('invoice', id)),
    route('GET /v1/invoices/:invoice/lines', paging, (store, params, id) =>
      singlePage(`/v1/invoices/${id}/lines`, store.get('invoice', id).lines.data, params),
    ),
    route('POST /v1/invoices/:invoice/pay', { off_session: flag(), payment_method: text() }, (store, params, id) => {
      const draft = store.get('invoice', id);
      const invoice = draft.status === 'draft' ? finalizeInvoice(store, id) : draft;
      const method = params.payment_method
        ? resolvePaymentMethod(store, params.payment_method)
        : methodFor(store, invoice);
      if (!method)
        throw invalid(
          'There is no `default_payment_method` set on this Customer or Invoice.',
          undefined,
          'invoice_no_payment_method',
        );
      return runAtClockOf(store, invoice.customer, () => {
        const tried = payInvoice(store, id, method, { offSession: params.off_session ?? true });
        settleSubscription(store, tried);
        if (tried.status === 'paid' || isPaymentProcessing(store, tried)) return tried;
        throw cardError(store.get('payment_intent', idOf(paymentOf(store, id)?.payment.payment_intent) as string));
      });
    }),
    ...manualInvoices,
    route('POST /v1/invoices/:invoice/void', {}, (store, _params, id) => voidInvoice(store, id)),
  ],
  includable: {
    payments: (store, { id }) => {
      const payment = paymentOf(store, id);
      return singlePage(`/v1/invoice_payments?invoice=${id}`, payment ? [payment] : []);
    },
  },
});
