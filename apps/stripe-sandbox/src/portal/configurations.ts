import type Stripe from 'stripe';
import { changedMetadata, metadata } from '../requests/metadata.js';
import {
  address,
  clearable,
  flag,
  ignoredParam,
  oneOf,
  required,
  objectParam,
  text,
  type ParsedShape,
} from '../requests/params.js';
import { route } from '../requests/route.js';
import { page, paging } from '../store/lists.js';
import { resource } from '../store/resource.js';
import type { Store } from '../store/store.js';

const features = objectParam({
  customer_update: ignoredParam(),
  invoice_history: ignoredParam(),
  payment_method_update: objectParam({ enabled: required(flag()) }),
  subscription_cancel: objectParam({
    enabled: flag(),
    mode: oneOf('at_period_end', 'immediately'),
    proration_behavior: oneOf('always_invoice', 'create_prorations', 'none'),
  }),
  subscription_update: ignoredParam(),
});
const writableParams = {
  business_profile: objectParam({
    headline: clearable(text(60)),
    privacy_policy_url: clearable(address()),
    terms_of_service_url: clearable(address()),
  }),
  default_return_url: clearable(address()),
  features,
  metadata: metadata(),
  name: clearable(text()),
};
type Details = ParsedShape<typeof writableParams>;

/** Creates the default portal configuration on first use. */
export function defaultConfiguration(store: Store): Stripe.BillingPortal.Configuration {
  const known = [...store.all('billing_portal.configuration').oldestFirst()].find((one) => one.is_default);
  return known ?? insert(store, true);
}

function insert(store: Store, isDefault: boolean): Stripe.BillingPortal.Configuration {
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
    is_default: isDefault,
    livemode: false,
    login_page: { enabled: false, url: null },
    metadata: {},
    name: null,
    updated: store.now(),
  });
}

function create(store: Store, details: Details): Stripe.BillingPortal.Configuration {
  const configuration = change(store, insert(store, false).id, details);
  store.emit('billing_portal.configuration.created', configuration);
  return configuration;
}

function change(store: Store, id: string, details: Details): Stripe.BillingPortal.Configuration {
  const before = store.get('billing_portal.configuration', id);
  const { business_profile: profile, features: wanted = {}, metadata: changed, ...plain } = details;
  const { payment_method_update: methods, subscription_cancel: cancel } = wanted;
  return store.update('billing_portal.configuration', id, {
    ...plain,
    business_profile: { ...before.business_profile, ...profile },
    features: {
      ...before.features,
      payment_method_update: { ...before.features.payment_method_update, ...methods },
      subscription_cancel: { ...before.features.subscription_cancel, ...cancel },
    },
    metadata: changedMetadata(before.metadata ?? {}, changed),
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
        defaultConfiguration(store);
        return page(store, 'billing_portal.configuration', '/v1/billing_portal/configurations', params);
      },
    ),
    route('POST /v1/billing_portal/configurations', { ...writableParams, features: required(features) }, create),
    route('POST /v1/billing_portal/configurations/:configuration', writableParams, (store, params, id) => {
      const before = store.get('billing_portal.configuration', id);
      const after = change(store, id, params);
      store.emit('billing_portal.configuration.updated', after, before);
      return after;
    }),
    route('GET /v1/billing_portal/configurations/:configuration', {}, (store, _params, id) =>
      store.get('billing_portal.configuration', id),
    ),
  ],
});
