import type { Route } from '../requests/route.js';
import type { Kind, Objects } from './objects.js';
import type { Store } from './store.js';

export interface Resource<K extends Kind = Kind> {
  kind: K;
  /** `cus` for `cus_…`. */
  prefix: string;
  /** Alternative prefix of some IDs. */
  otherPrefix?: string;
  idLength?: number;
  routes: Route[];
  /** Exist only when expanded, for example the line items of a session. */
  includable?: Record<string, (store: Store, object: Objects[K]) => unknown>;
  /** Computes members that depend on the current time or state. */
  present?: (store: Store, object: Objects[K]) => Objects[K];
  /** `subject` is the ID the task was scheduled for. */
  tasks?: Record<string, (store: Store, subject: string) => void>;
}

/** Erases the kind, so all resources fit in one list. */
export function resource<K extends Kind>(described: Resource<K>): Resource {
  return described as unknown as Resource;
}
