import type Stripe from 'stripe';
import { flag } from '../requests/params.js';
import { route } from '../requests/route.js';
import { page, paging } from '../store/lists.js';
import { resource } from '../store/resource.js';
import type { Store } from '../store/store.js';

/** What the portal lets people do; there is one way, which is made when it is first needed. */
export function theConfiguration(store: Store): Stripe.BillingPortal.Configuration {
  const [known] = store.all('billing_portal.configuration').oldestFirst();
  if (known) return known;
  return store.insert('billing_portal.configuration', {
    id: store.newId('billing_portal.configuration'),
    object: 'billing_portal.configuration',
    active: true,
    application: null,
    business_profile: { headline: null, privacy_policy_url: null, terms_of_service_url: null },
    created: store.now(),
    default_return_url: null,
    features: {
      customer_update: { allowed_updates: [], enabled: false },
      invoice_history: { enabled: false },
      payment_method_update: { enabled: true, payment_method_configuration: null },
      subscription_cancel: {
        cancellation_reason: { enabled: false, feedback_options: null, options: [] },
        enabled: true,
        mode: 'at_period_end',
        proration_behavior: 'none',
      },
      subscription_pause: { duration: { interval_options: [], type: 'indefinite' }, enabled: false },
      subscription_update: {
        billing_cycle_anchor: null,
        default_allowed_updates: [],
        enabled: false,
        proration_behavior: 'none',
        schedule_at_period_end: { conditions: [] },
        trial_update_behavior: 'end_trial',
      },
    },
    is_default: true,
    livemode: false,
    login_page: { enabled: false, url: null },
    metadata: {},
    name: null,
    updated: store.now(),
  });
}

export const portalConfigurations = resource({
  kind: 'billing_portal.configuration',
  prefix: 'bpc',
  routes: [
    route(
      'GET /v1/billing_portal/configurations',
      { ...paging, active: flag(), is_default: flag() },
      (store, params) => {
        theConfiguration(store);
        return page(store, 'billing_portal.configuration', '/v1/billing_portal/configurations', params);
      },
    ),
    route('GET /v1/billing_portal/configurations/:configuration', {}, (store, _params, id) =>
      store.get('billing_portal.configuration', id),
    ),
  ],
});
