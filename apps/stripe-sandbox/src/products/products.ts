import type Stripe from 'stripe';
import { changedMetadata, metadata, type MetadataChanges } from '../requests/metadata.js';
import { clearable, flag, list, required, text } from '../requests/params.js';
import { route } from '../requests/route.js';
import { invalid } from '../requests/stripe-error.js';
import { page, paging, timeFilter } from '../store/lists.js';
import { resource } from '../store/resource.js';
import type { Store } from '../store/store.js';

const writableParams = {
  active: flag(),
  description: clearable(text()),
  images: list(text()),
  metadata: metadata(),
  statement_descriptor: text(22),
  unit_label: clearable(text(12)),
  url: clearable(text()),
};

interface ProductDetails {
  id?: string;
  name: string;
  active?: boolean;
  description?: string | null;
  images?: string[];
  metadata?: MetadataChanges;
  statement_descriptor?: string;
  unit_label?: string | null;
  url?: string | null;
}

/** For an API request or inline `product_data`. */
export function createProduct(store: Store, details: ProductDetails): Stripe.Product {
  const id = details.id ?? store.newId('product');
  if (store.find('product', id)) throw invalid(`Product already exists.`, 'id', 'resource_already_exists');
  const product: Stripe.Product = {
    id,
    object: 'product',
    active: details.active ?? true,
    created: store.now(),
    default_price: null,
    description: details.description ?? null,
    images: details.images ?? [],
    livemode: false,
    marketing_features: [],
    metadata: changedMetadata({}, details.metadata),
    name: details.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: details.statement_descriptor ?? null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: details.unit_label ?? null,
    updated: store.now(),
    url: details.url ?? null,
  };
  store.insert('product', product);
  store.emit('product.created', product);
  return product;
}

function updateProduct(store: Store, id: string, { metadata: changed, ...plain }: Partial<ProductDetails>) {
  const before = store.get('product', id);
  const changes = { ...plain, metadata: changedMetadata(before.metadata, changed), updated: store.now() };
  const after = store.update('product', id, changes);
  store.emit('product.updated', after, before);
  return after;
}

/** @throws StripeError if it has prices */
function deleteProduct(store: Store, id: string): unknown {
  const product = store.get('product', id);
  if ([...store.all('price').oldestFirst()].some((price) => price.product === id)) {
    throw invalid('This product cannot be deleted because it has one or more user-created prices.');
  }
  store.remove('product', id);
  store.emit('product.deleted', product);
  return { id, object: 'product', deleted: true };
}

export const products = resource({
  kind: 'product',
  prefix: 'prod',
  idLength: 14,
  routes: [
    route('POST /v1/products', { ...writableParams, id: text(), name: required(text()) }, createProduct),
    route('GET /v1/products', { ...paging, active: flag(), created: timeFilter() }, (store, params) =>
      page(
        store,
        'product',
        '/v1/products',
        params,
        ({ active, created }) => (params.active ?? active) === active && (params.created?.(created) ?? true),
      ),
    ),
    route('GET /v1/products/:product', {}, (store, _params, id) => store.get('product', id)),
    route('DELETE /v1/products/:product', {}, (store, _params, id) => deleteProduct(store, id)),
    route(
      'POST /v1/products/:product',
      { ...writableParams, name: text(), default_price: text() },
      (store, params, id) => updateProduct(store, id, params),
    ),
  ],
});
