import type { Route } from '../requests/route.js';
import type { Kind, Objects } from './objects.js';
import type { Store } from './store.js';

/**
 * One noun of Stripe, in a folder of its own: what its ids begin with, what may be asked of it, and what happens to it
 * by itself. `resources.ts` lists them all; nothing else has to know a new one.
 */
export interface Resource<K extends Kind = Kind> {
  kind: K;
  /** `cus` for `cus_…`. */
  prefix: string;
  /** What some of its ids begin with instead. */
  otherPrefix?: string;
  /** How long the random end of an id is. */
  idLength?: number;
  routes: Route[];
  /** Members that are only there when a request expands them, such as the line items of a session. */
  includable?: Record<string, (store: Store, object: Objects[K]) => unknown>;
  /** Members that depend on when one looks. */
  present?: (store: Store, object: Objects[K]) => Objects[K];
  /** What happens by itself, by the name it was scheduled under; `subject` is the id it was scheduled for. */
  tasks?: Record<string, (store: Store, subject: string) => void>;
}

/** Lets a folder write its resource with its own kind while the list holds all kinds. */
export function resource<K extends Kind>(described: Resource<K>): Resource {
  return described as unknown as Resource;
}
