import { oneOf, required, objectParam, text } from '../requests/params.js';
import { route } from '../requests/route.js';
import { page, paging } from '../store/lists.js';
import { idOf } from '../store/objects.js';
import { resource } from '../store/resource.js';

/** https://docs.stripe.com/api/invoice-payment */
export const invoicePayments = resource({
  kind: 'invoice_payment',
  prefix: 'inpay',
  routes: [
    route(
      'GET /v1/invoice_payments',
      {
        ...paging,
        invoice: text(),
        payment: objectParam({ type: required(oneOf('payment_intent', 'charge')), payment_intent: text() }),
        status: oneOf('canceled', 'open', 'paid'),
      },
      (store, params) =>
        page(
          store,
          'invoice_payment',
          '/v1/invoice_payments',
          params,
          ({ invoice, payment, status }) =>
            (params.invoice ?? idOf(invoice)) === idOf(invoice) &&
            (params.payment?.payment_intent ?? idOf(payment.payment_intent)) === idOf(payment.payment_intent) &&
            (params.status ?? status) === status,
        ),
    ),
    route('GET /v1/invoice_payments/:payment', {}, (store, _params, id) => store.get('invoice_payment', id)),
  ],
});
