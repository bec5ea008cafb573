import type { FormValue } from '../requests/form.js';
import { integer, readShape, text, type Param } from '../requests/params.js';
import { invalid } from '../requests/stripe-error.js';
import type { Kind, Objects } from './objects.js';
import type { Store } from './store.js';

export interface Page<T> {
  object: 'list';
  url: string;
  has_more: boolean;
  data: T[];
}

export const paging = {
  limit: integer({ least: 1, most: 100 }),
  starting_after: text(),
  ending_before: text(),
};

export interface Paging {
  limit?: number;
  starting_after?: string;
  ending_before?: string;
}

type Bounds = { gt?: number; gte?: number; lt?: number; lte?: number };
const bounds = { gt: integer(), gte: integer(), lt: integer(), lte: integer() };

/** Reads `created=17…` or `created[gte]=17…` as a predicate. */
export function timeFilter(): Param<(time: number) => boolean> {
  return {
    required: false,
    read(value: FormValue, name: string) {
      if (typeof value === 'string') {
        const exactly = integer().read(value, name);
        return (moment) => moment === exactly;
      }
      const { gt, gte, lt, lte }: Bounds = readShape(value, bounds, name);
      return (moment) =>
        (gt === undefined || moment > gt) &&
        (gte === undefined || moment >= gte) &&
        (lt === undefined || moment < lt) &&
        (lte === undefined || moment <= lte);
    },
  };
}

/**
 * Returns a page, newest first, with Stripe's cursors (https://docs.stripe.com/api/pagination).
 * @param url the list's `url`, for example `/v1/charges`
 */
export function page<K extends Kind>(
  store: Store,
  kind: K,
  url: string,
  { limit = 10, starting_after: after, ending_before: before }: Paging,
  matches: (object: Objects[K]) => boolean = () => true,
): Page<Objects[K]> {
  if (after && before) {
    throw invalid('Only one of `starting_after` and `ending_before` may be given.', 'ending_before');
  }
  if (after) store.get(kind, after, 'starting_after');
  if (before) store.get(kind, before, 'ending_before');
  const all = store.all(kind);
  const found: Array<Objects[K]> = [];
  for (const object of before ? all.oldestFirst(before) : all.newestFirst(after)) {
    if (matches(object) && found.push(object) > limit) break;
  }
  const has_more = found.length > limit;
  const data = found.slice(0, limit);
  return { object: 'list', url, has_more, data: before ? data.reverse() : data };
}

/** Returns a short list as a single page, like the lists inside an object. */
export function singlePage<T>(url: string, data: T[], { limit, starting_after: after }: Paging = {}): Page<T> {
  const from = after ? data.findIndex((one) => (one as { id?: string }).id === after) + 1 : 0;
  const to = limit ? from + limit : data.length;
  return { object: 'list', url, has_more: data.length > to, data: data.slice(from, to) };
}
