import { AsyncLocalStorage } from 'node:async_hooks';

/** A request while it is worked on; libraries keep beside it what they want to know again further down. */
export interface Asking {
  readonly requestId: string;
}

/**
 * Which request this is done for, known also where nobody hands it on: below a service, in the end of its transaction.
 * Entered for whoever is signed in; a visitor without a session pays nothing for it.
 */
export const asking = new AsyncLocalStorage<Asking>();
