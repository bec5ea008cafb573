import type { Store } from '../store/store.js';
import { readShape, type Read, type Shape } from './params.js';
import type { Form } from './form.js';

export type Method = 'GET' | 'POST' | 'DELETE';

/** One thing that may be asked: `POST /v1/customers/:customer`, which parameters it takes, and what it does. */
export interface Route {
  /** As it is written here and named by the faults: `POST /v1/refunds/:refund`. */
  pattern: string;
  method: Method;
  segments: string[];
  /** The names of its parameters. */
  takes: ReadonlySet<string>;
  /** Reads and checks everything before anything happens: refusals up to here are not kept for the idempotency key. */
  prepare(store: Store, form: Form, ids: string[]): () => unknown;
}

/**
 * @param pattern method and path; what begins with a colon is handed over as the last arguments, in order
 * @param work runs to its end without waiting; returns an object of the store, a list, or what `expand` can walk
 */
export function route<S extends Shape>(
  pattern: string,
  params: S,
  work: (store: Store, params: Read<S>, ...ids: string[]) => unknown,
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

/** The ids in a path, or null when it is another path. */
export function match({ segments }: Route, path: string[]): string[] | null {
  if (segments.length !== path.length) return null;
  const ids: string[] = [];
  for (const [at, segment] of segments.entries()) {
    if (segment.startsWith(':')) ids.push(path[at] as string);
    else if (segment !== path[at]) return null;
  }
  return ids;
}
