import { changedMetadata, metadata } from '../requests/metadata.js';
import { integer, oneOf, text } from '../requests/params.js';
import { route } from '../requests/route.js';
import { invalid } from '../requests/stripe-error.js';
import { page, paging, timeFilter } from '../store/lists.js';
import { idOf } from '../store/objects.js';
import { resource } from '../store/resource.js';
import type { Store } from '../store/store.js';
import { markRefundArrived, failRefund, refundCharge } from './refund-charge.js';

/** Returns the charge to refund, given directly or by its payment intent. */
function chargeOf(store: Store, charge: string | undefined, intent: string | undefined): string {
  if (charge && intent)
    throw invalid('You may only specify one of these parameters: charge, payment_intent.', 'charge');
  if (charge) return charge;
  if (!intent)
    throw invalid(
      'One of the following params should be provided for this request: payment_intent or charge.',
      'charge',
    );
  const paid = idOf(store.get('payment_intent', intent, 'payment_intent').latest_charge);
  if (!paid) throw invalid('This PaymentIntent does not have a successful charge to refund.', 'payment_intent');
  return paid;
}

export const refunds = resource({
  kind: 'refund',
  prefix: 're',
  tasks: { 'refund.arrive': markRefundArrived, 'refund.fail': (store, id) => void failRefund(store, id) },
  routes: [
    route(
      'POST /v1/refunds',
      {
        amount: integer({ least: 1 }),
        charge: text(),
        metadata: metadata(),
        payment_intent: text(),
        reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer'),
      },
      (store, { charge, payment_intent: intent, ...details }) =>
        refundCharge(store, chargeOf(store, charge, intent), details),
    ),
    route(
      'GET /v1/refunds',
      { ...paging, charge: text(), created: timeFilter(), payment_intent: text() },
      (store, params) =>
        page(
          store,
          'refund',
          '/v1/refunds',
          params,
          (refund) =>
            (params.charge ?? refund.charge) === refund.charge &&
            (params.payment_intent ?? refund.payment_intent) === refund.payment_intent &&
            (params.created?.(refund.created) ?? true),
        ),
    ),
    route('GET /v1/refunds/:refund', {}, (store, _params, id) => store.get('refund', id)),
    route('POST /v1/refunds/:refund', { metadata: metadata() }, (store, params, id) => {
      const before = store.get('refund', id);
      const after = store.update('refund', id, { metadata: changedMetadata(before.metadata ?? {}, params.metadata) });
      store.emit('refund.updated', after, before);
      store.emit('charge.refund.updated', after, before);
      return after;
    }),
    route('POST /v1/refunds/:refund/cancel', {}, (store, _params, id) => {
      const { status } = store.get('refund', id);
      if (status === 'pending') return failRefund(store, id, 'canceled');
      throw invalid(`Refund ${id} cannot be canceled because it is ${status}.`);
    }),
  ],
});
