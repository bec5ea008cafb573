import { changedMetadata, metadata } from '../requests/metadata.js';
import { currency, integer, oneOf, required, text } from '../requests/params.js';
import { route } from '../requests/route.js';
import { page, paging, timeFilter } from '../store/lists.js';
import { resource } from '../store/resource.js';
import { manualPayout, payDaily, reachBank } from './pay-out.js';

export const payouts = resource({
  kind: 'payout',
  prefix: 'po',
  tasks: { 'payout.arrive': reachBank, 'payout.daily': payDaily },
  routes: [
    route(
      'POST /v1/payouts',
      {
        amount: required(integer({ least: 1 })),
        currency: required(currency()),
        description: text(),
        metadata: metadata(),
        statement_descriptor: text(22),
      },
      (store, params) => manualPayout(store, params),
    ),
    route(
      'GET /v1/payouts',
      {
        ...paging,
        arrival_date: timeFilter(),
        created: timeFilter(),
        status: oneOf('canceled', 'failed', 'in_transit', 'paid', 'pending'),
      },
      (store, params) =>
        page(
          store,
          'payout',
          '/v1/payouts',
          params,
          (payout) =>
            (params.status ?? payout.status) === payout.status &&
            (params.created?.(payout.created) ?? true) &&
            (params.arrival_date?.(payout.arrival_date) ?? true),
        ),
    ),
    route('GET /v1/payouts/:payout', {}, (store, _params, id) => store.get('payout', id)),
    route('POST /v1/payouts/:payout', { metadata: metadata() }, (store, params, id) => {
      const before = store.get('payout', id);
      const after = store.update('payout', id, { metadata: changedMetadata(before.metadata ?? {}, params.metadata) });
      store.emit('payout.updated', after, before);
      return after;
    }),
  ],
});
