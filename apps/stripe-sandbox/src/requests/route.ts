import type { Store } from '../store/store.js';
import { readShape, type ParsedShape, type Shape } from './params.js';
import type { Form } from './form.js';

export type Method = 'GET' | 'POST' | 'DELETE';

export interface Route {
  /** `POST /v1/refunds/:refund`, as declared and as used by fault injection. */
  pattern: string;
  method: Method;
  segments: string[];
  takes: ReadonlySet<string>;
  /** Validates the request. Errors aren't stored for the idempotency key. */
  prepare(store: Store, form: Form, ids: string[]): () => unknown;
}

/**
 * @param pattern method and path; segments starting with a colon are passed to `work` in order @param work synchronous
 * handler; returns an object, a list, or anything `expand` accepts
 */
export function route<S extends Shape>(
  pattern: string,
  params: S,
  work: (store: Store, params: ParsedShape<S>, ...ids: string[]) => unknown,
): Route {
  const [method, path] = pattern.split(' ') as [Method, string];
  return {
    pattern,
    method,
    segments: path.split('/').slice(1),
    takes: new Set(Object.keys(params)),
    prepare(store, form, ids) {
      const read = readShape(form, params);
      return () => work(store, read, ...ids);
    },
  };
}

export function match({ segments }: Route, path: string[]): string[] | null {
  if (segments.length !== path.length) return null;
  const ids: string[] = [];
  for (const [at, segment] of segments.entries()) {
    if (segment.startsWith(':')) ids.push(path[at] as string);
    else if (segment !== path[at]) return null;
  }
  return ids;
}
