import type Stripe from 'stripe';
import { getActiveCustomer } from '../customers/customers.js';
import { address, oneOf, required, objectParam, text, type ParsedShape } from '../requests/params.js';
import { route } from '../requests/route.js';
import { invalid } from '../requests/stripe-error.js';
import { resource } from '../store/resource.js';
import type { Store } from '../store/store.js';
import { defaultConfiguration } from './configurations.js';

const params = {
  configuration: text(),
  customer: required(text()),
  flow_data: objectParam({
    after_completion: objectParam({
      type: required(oneOf('hosted_confirmation', 'portal_homepage', 'redirect')),
      redirect: objectParam({ return_url: required(address()) }),
    }),
    subscription_cancel: objectParam({ subscription: required(text()) }),
    type: required(oneOf('payment_method_update', 'subscription_cancel')),
  }),
  locale: oneOf('auto', 'en', 'es', 'es-419'),
  return_url: address(),
};

/** https://docs.stripe.com/customer-management */
function createSession(store: Store, given: ParsedShape<typeof params>): Stripe.BillingPortal.Session {
  const { id: customer } = getActiveCustomer(store, given.customer, 'customer');
  const configuration = given.configuration
    ? store.get('billing_portal.configuration', given.configuration, 'configuration')
    : defaultConfiguration(store);
  const id = store.newId('billing_portal.session');
  const session = store.insert('billing_portal.session', {
    id,
    object: 'billing_portal.session',
    configuration: configuration.id,
    created: store.now(),
    customer,
    customer_account: null,
    flow: given.flow_data ? flowOf(store, given.flow_data) : null,
    livemode: false,
    locale: given.locale ?? null,
    on_behalf_of: null,
    return_url: given.return_url ?? null,
    url: `${store.settings.url}/p/session/${id}`,
  });
  store.emit('billing_portal.session.created', session);
  return session;
}

function flowOf(
  store: Store,
  { type, after_completion: after, subscription_cancel: cancel }: NonNullable<ParsedShape<typeof params>['flow_data']>,
): Stripe.BillingPortal.Session.Flow {
  if (type === 'subscription_cancel') {
    if (!cancel)
      throw invalid(
        'Missing required param: flow_data[subscription_cancel].',
        'flow_data[subscription_cancel]',
        'parameter_missing',
      );
    store.get('subscription', cancel.subscription, 'flow_data[subscription_cancel][subscription]');
  }
  return {
    after_completion: {
      hosted_confirmation: null,
      redirect: after?.redirect ?? null,
      type: after?.type ?? 'portal_homepage',
    },
    customer_update: null,
    subscription_cancel: cancel ? { retention: null, subscription: cancel.subscription } : null,
    subscription_pause: null,
    subscription_update: null,
    subscription_update_confirm: null,
    type,
  };
}

export const portalSessions = resource({
  kind: 'billing_portal.session',
  prefix: 'bps',
  routes: [route('POST /v1/billing_portal/sessions', params, createSession)],
});
