import { flag, list, text } from '../requests/params.js';
import { route } from '../requests/route.js';
import { invalid } from '../requests/stripe-error.js';
import { page, paging, timeFilter } from '../store/lists.js';
import { resource } from '../store/resource.js';

/** Matches an event type against patterns like `charge.*` or `*`. */
export function matchesEventType(types: readonly string[], type: string): boolean {
  return types.some((one) => one === '*' || one === type || (one.endsWith('.*') && type.startsWith(one.slice(0, -1))));
}

export const events = resource({
  kind: 'event',
  prefix: 'evt',
  routes: [
    route(
      'GET /v1/events',
      { ...paging, created: timeFilter(), delivery_success: flag(), type: text(), types: list(text()) },
      (store, params) => {
        if (params.type && params.types) throw invalid('Only one of `type` and `types` may be given.', 'types');
        const types = params.types ?? (params.type ? [params.type] : ['*']);
        return page(
          store,
          'event',
          '/v1/events',
          params,
          (event) => matchesEventType(types, event.type) && (params.created?.(event.created) ?? true),
        );
      },
    ),
    route('GET /v1/events/:event', {}, (store, _params, id) => store.get('event', id)),
  ],
});
