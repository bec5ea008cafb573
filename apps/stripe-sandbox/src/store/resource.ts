import type { Route } from '../requests/route.js';
import type { Kind, Objects } from './objects.js';
import type { Store } from './store.js';

/** A Stripe resource, in its own folder: ID prefix, routes and scheduled tasks. Listed in `resources.ts`. */
export interface Resource<K extends Kind = Kind> {
  kind: K;
  /** `cus` for `cus_…`. */
  prefix: string;
  /** Alternative prefix of some IDs. */
  otherPrefix?: string;
  /** Length of the random part of an ID. */
  idLength?: number;
  routes: Route[];
  /** Members that exist only when expanded, for example the line items of a session. */
  includable?: Record<string, (store: Store, object: Objects[K]) => unknown>;
  /** Computes members that depend on the current time or state. */
  present?: (store: Store, object: Objects[K]) => Objects[K];
  /** Scheduled tasks by name; `subject` is the ID the task was scheduled for. */
  tasks?: Record<string, (store: Store, subject: string) => void>;
}

/** Erases the kind of a resource, so all resources fit in one list. */
export function resource<K extends Kind>(described: Resource<K>): Resource {
  return described as unknown as Resource;
}
