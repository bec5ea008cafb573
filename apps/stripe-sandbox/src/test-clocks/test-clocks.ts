import type Stripe from 'stripe';
import { integer, required, text } from '../requests/params.js';
import { route } from '../requests/route.js';
import { invalid, notFoundError } from '../requests/stripe-error.js';
import { page, paging } from '../store/lists.js';
import { idOf } from '../store/objects.js';
import { resource } from '../store/resource.js';
import type { Store } from '../store/store.js';

const MONTH = 30 * 86_400;

/** https://docs.stripe.com/api/test_clocks */
function createClock(store: Store, params: { frozen_time: number; name?: string }): Stripe.TestHelpers.TestClock {
  const clock = store.insert('test_helpers.test_clock', {
    id: store.newId('test_helpers.test_clock'),
    object: 'test_helpers.test_clock',
    created: store.now(),
    deletes_after: store.now() + MONTH,
    frozen_time: params.frozen_time,
    livemode: false,
    name: params.name ?? null,
    status: 'ready',
    status_details: {},
  });
  store.emit('test_helpers.test_clock.created', clock);
  return clock;
}

/** Returns the status `advancing`, as at Stripe; later reads return `ready`. */
function advance(store: Store, id: string, to: number): Stripe.TestHelpers.TestClock {
  const { frozen_time: from } = store.get('test_helpers.test_clock', id);
  if (to <= from)
    throw invalid('The `frozen_time` must be after the current frozen time of the test clock.', 'frozen_time');
  const advancing = store.update('test_helpers.test_clock', id, {
    status: 'advancing',
    status_details: { advancing: { target_frozen_time: to } },
  });
  store.emit('test_helpers.test_clock.advancing', advancing);
  store.runDue(to, id);
  const ready = store.update('test_helpers.test_clock', id, { frozen_time: to, status: 'ready', status_details: {} });
  store.emit('test_helpers.test_clock.ready', ready);
  return advancing;
}

function deleteClock(store: Store, id: string): unknown {
  const clock = store.get('test_helpers.test_clock', id);
  for (const customer of [...store.all('customer').oldestFirst()]) {
    if (idOf(customer.test_clock) !== id) continue;
    const gone = { id: customer.id, object: 'customer', deleted: true } as unknown as Stripe.Customer;
    store.insert('customer', gone);
  }
  store.remove('test_helpers.test_clock', id);
  store.emit('test_helpers.test_clock.deleted', clock);
  return { id, object: 'test_helpers.test_clock', deleted: true };
}

export const testClocks = resource({
  kind: 'test_helpers.test_clock',
  prefix: 'clock',
  routes: [
    route('POST /v1/test_helpers/test_clocks', { frozen_time: required(integer()), name: text(300) }, createClock),
    route('GET /v1/test_helpers/test_clocks', paging, (store, params) =>
      page(store, 'test_helpers.test_clock', '/v1/test_helpers/test_clocks', params),
    ),
    route('GET /v1/test_helpers/test_clocks/:clock', {}, (store, _params, id) =>
      store.get('test_helpers.test_clock', id),
    ),
    route(
      'POST /v1/test_helpers/test_clocks/:clock/advance',
      { frozen_time: required(integer()) },
      (store, params, id) => advance(store, id, params.frozen_time),
    ),
    route('DELETE /v1/test_helpers/test_clocks/:clock', {}, (store, _params, id) => {
      if (!store.find('test_helpers.test_clock', id)) throw notFoundError('test_helpers.test_clock', id);
      return deleteClock(store, id);
    }),
  ],
});
