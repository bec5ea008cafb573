import { changedMetadata, metadata } from '../requests/metadata.js';
import { email, objectParam, oneOf, text } from '../requests/params.js';
import { route } from '../requests/route.js';
import { page, paging, singlePage, timeFilter } from '../store/lists.js';
import { idOf } from '../store/objects.js';
import { resource } from '../store/resource.js';

export const charges = resource({
  kind: 'charge',
  prefix: 'ch',
  otherPrefix: 'py',
  routes: [
    route(
      'GET /v1/charges',
      { ...paging, created: timeFilter(), customer: text(), payment_intent: text(), transfer_group: text() },
      (store, params) =>
        page(
          store,
          'charge',
          '/v1/charges',
          params,
          (charge) =>
            (params.created?.(charge.created) ?? true) &&
            (params.customer ?? idOf(charge.customer)) === idOf(charge.customer) &&
            (params.payment_intent ?? idOf(charge.payment_intent)) === idOf(charge.payment_intent) &&
            (params.transfer_group ?? charge.transfer_group) === charge.transfer_group,
        ),
    ),
    route('GET /v1/charges/:charge', {}, (store, _params, id) => store.get('charge', id)),
    route(
      'POST /v1/charges/:charge',
      {
        description: text(),
        fraud_details: objectParam({ user_report: oneOf('fraudulent', 'safe') }),
        metadata: metadata(),
        receipt_email: email(),
      },
      (store, { metadata: changed, ...plain }, id) => {
        const before = store.get('charge', id);
        const after = store.update('charge', id, { ...plain, metadata: changedMetadata(before.metadata, changed) });
        store.emit('charge.updated', after, before);
        return after;
      },
    ),
    route('GET /v1/charges/:charge/refunds', paging, (store, params, id) =>
      page(store, 'refund', `/v1/charges/${store.get('charge', id).id}/refunds`, params, ({ charge }) => charge === id),
    ),
  ],
  includable: {
    refunds: (store, { id }) =>
      singlePage(
        `/v1/charges/${id}/refunds`,
        [...store.all('refund').newestFirst()].filter(({ charge }) => charge === id),
      ),
  },
});
