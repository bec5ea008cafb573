import type Stripe from 'stripe';
import { text } from '../requests/params.js';
import { route } from '../requests/route.js';
import { page, paging, timeFilter } from '../store/lists.js';
import { idOf } from '../store/objects.js';
import { resource } from '../store/resource.js';
import type { Store } from '../store/store.js';

/** Issues an early fraud warning. A refund can then prevent a dispute. */
export function issueFraudWarning(store: Store, chargeId: string): Stripe.Radar.EarlyFraudWarning {
  const charge = store.get('charge', chargeId, 'charge');
  const warning = store.insert('radar.early_fraud_warning', {
    id: store.newId('radar.early_fraud_warning'),
    object: 'radar.early_fraud_warning',
    actionable: !charge.refunded && !charge.disputed,
    charge: chargeId,
    created: store.now(),
    fraud_type: 'unauthorized_use_of_card',
    livemode: false,
    ...(charge.payment_intent && { payment_intent: idOf(charge.payment_intent) as string }),
  });
  store.emit('radar.early_fraud_warning.created', warning);
  return warning;
}

export const fraudWarnings = resource({
  kind: 'radar.early_fraud_warning',
  prefix: 'issfr',
  tasks: { 'fraud_warning.issue': (store, charge) => void issueFraudWarning(store, charge) },
  routes: [
    route(
      'GET /v1/radar/early_fraud_warnings',
      { ...paging, charge: text(), created: timeFilter(), payment_intent: text() },
      (store, params) =>
        page(
          store,
          'radar.early_fraud_warning',
          '/v1/radar/early_fraud_warnings',
          params,
          (warning) =>
            (params.charge ?? idOf(warning.charge)) === idOf(warning.charge) &&
            (params.created?.(warning.created) ?? true) &&
            (params.payment_intent ?? idOf(warning.payment_intent)) === idOf(warning.payment_intent),
        ),
    ),
    route('GET /v1/radar/early_fraud_warnings/:warning', {}, (store, _params, id) =>
      store.get('radar.early_fraud_warning', id),
    ),
  ],
  // Not actionable once the charge is refunded or disputed.
  present: (store, warning) => {
    const { refunded, disputed } = store.get('charge', idOf(warning.charge) as string);
    return { ...warning, actionable: !refunded && !disputed };
  },
});
