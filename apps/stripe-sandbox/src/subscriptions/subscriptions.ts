import { flag, oneOf, text } from '../requests/params.js';
import { route } from '../requests/route.js';
import { invalid } from '../requests/stripe-error.js';
import { page, paging, timeFilter } from '../store/lists.js';
import { idOf } from '../store/objects.js';
import { resource } from '../store/resource.js';
import { runAtClockOf } from '../test-clocks/on-clock.js';
import { cancellationDetails, changeParams, changeSubscription } from './change-subscription.js';
import { createParams, createSubscription, expireIncomplete } from './create-subscription.js';
import { endSubscription } from './end-subscription.js';
import { collect, renewSubscription, retry } from './renew-subscription.js';
import { endTrial, warnOfTrialEnd } from './trials.js';

const statuses = [
  'active',
  'all',
  'canceled',
  'ended',
  'incomplete',
  'incomplete_expired',
  'past_due',
  'paused',
  'trialing',
  'unpaid',
] as const;

export const subscriptions = resource({
  kind: 'subscription',
  prefix: 'sub',
  tasks: {
    'subscription.renew': renewSubscription,
    'subscription.collect': collect,
    'subscription.retry': retry,
    'subscription.expire': expireIncomplete,
    'subscription.trial_end': (store, id) => void endTrial(store, id),
    'subscription.trial_will_end': warnOfTrialEnd,
  },
  routes: [
    route('POST /v1/subscriptions', createParams, createSubscription),
    route(
      'GET /v1/subscriptions',
      { ...paging, created: timeFilter(), customer: text(), price: text(), status: oneOf(...statuses) },
      (store, params) =>
        page(store, 'subscription', '/v1/subscriptions', params, (subscription) => {
          const { status } = subscription;
          const over = status === 'canceled' || status === 'incomplete_expired';
          // Canceled subscriptions are omitted by default.
          const fits =
            params.status === undefined
              ? status !== 'canceled'
              : params.status === 'all' || (params.status === 'ended' ? over : params.status === status);
          return (
            fits &&
            (params.created?.(subscription.created) ?? true) &&
            (params.customer ?? idOf(subscription.customer)) === idOf(subscription.customer) &&
            (params.price === undefined || subscription.items.data.some(({ price }) => price.id === params.price))
          );
        }),
    ),
    route('GET /v1/subscriptions/:subscription', {}, (store, _params, id) => store.get('subscription', id)),
    route('POST /v1/subscriptions/:subscription', changeParams, (store, { trial_end: ends, ...params }, id) => {
      const changed = changeSubscription(store, id, params);
      return ends ? endTrial(store, id) : changed;
    }),
    route(
      'DELETE /v1/subscriptions/:subscription',
      { cancellation_details: cancellationDetails, invoice_now: flag(), prorate: flag() },
      (store, params, id) => {
        const { status, customer } = store.get('subscription', id);
        if (status === 'canceled') throw invalid(`No such subscription: '${id}'`, 'id', 'resource_missing');
        return runAtClockOf(store, customer, () =>
          endSubscription(store, id, { reason: 'cancellation_requested', ...params.cancellation_details }),
        );
      },
    ),
  ],
});
