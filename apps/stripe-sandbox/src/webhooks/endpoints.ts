import type Stripe from 'stripe';
import { changedMetadata, metadata, type MetadataChanges } from '../requests/metadata.js';
import { address, clearable, flag, list, required, text } from '../requests/params.js';
import { route } from '../requests/route.js';
import { invalid } from '../requests/stripe-error.js';
import { page, paging } from '../store/lists.js';
import { resource } from '../store/resource.js';
import { API_VERSION, type Store } from '../store/store.js';

export interface EndpointNote extends Record<string, unknown> {
  secret: string;
}

interface EndpointDetails {
  url: string;
  enabled_events: string[];
  api_version?: string;
  description?: string | null;
  metadata?: MetadataChanges;
  /** Chosen by whoever starts the sandbox; otherwise made up. */
  secret?: string;
}

/** An address that is told about events. Its secret is shown once, as at Stripe. */
export function createEndpoint(store: Store, details: EndpointDetails): Stripe.WebhookEndpoint {
  if (details.enabled_events.length === 0) throw invalid('Invalid array', 'enabled_events');
  const secret = details.secret ?? `whsec_${store.random.text(32)}`;
  const endpoint = store.insert('webhook_endpoint', {
    id: store.newId('webhook_endpoint'),
    object: 'webhook_endpoint',
    api_version: details.api_version ?? API_VERSION,
    application: null,
    created: store.now(),
    description: details.description ?? null,
    enabled_events: details.enabled_events,
    livemode: false,
    metadata: changedMetadata({}, details.metadata),
    status: 'enabled',
    url: details.url,
  });
  store.setNote(endpoint.id, { secret } satisfies EndpointNote);
  return { ...endpoint, secret };
}

const writable = { description: clearable(text()), enabled_events: list(text()), metadata: metadata(), url: address() };

export const webhookEndpoints = resource({
  kind: 'webhook_endpoint',
  prefix: 'we',
  routes: [
    route(
      'POST /v1/webhook_endpoints',
      { ...writable, api_version: text(), enabled_events: required(list(text())), url: required(address()) },
      (store, params) => createEndpoint(store, params),
    ),
    route('GET /v1/webhook_endpoints', paging, (store, params) =>
      page(store, 'webhook_endpoint', '/v1/webhook_endpoints', params),
    ),
    route('GET /v1/webhook_endpoints/:endpoint', {}, (store, _params, id) => store.get('webhook_endpoint', id)),
    route('POST /v1/webhook_endpoints/:endpoint', { ...writable, disabled: flag() }, (store, params, id) => {
      const before = store.get('webhook_endpoint', id);
      const { metadata: changed, disabled, ...plain } = params;
      return store.update('webhook_endpoint', id, {
        ...plain,
        ...(disabled !== undefined && { status: disabled ? 'disabled' : 'enabled' }),
        metadata: changedMetadata(before.metadata, changed),
      });
    }),
    route('DELETE /v1/webhook_endpoints/:endpoint', {}, (store, _params, id) => {
      store.get('webhook_endpoint', id);
      store.remove('webhook_endpoint', id);
      return { id, object: 'webhook_endpoint', deleted: true };
    }),
  ],
});
