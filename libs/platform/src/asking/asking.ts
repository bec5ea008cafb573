import { AsyncLocalStorage } from 'node:async_hooks';

/** A request while it is worked on; libraries keep beside it what they want to know again further down. */
export interface Asking {
  readonly requestId: string;
}

/**
 * Which request this is done for, known also where nobody hands it on: below a service, in the end of its transaction.
 * Entered for whoever brings more than a language, or sends a form: what they see has to show what they did (PublicReads). A
 * visitor who only reads pays nothing for it.
 */
export const asking = new AsyncLocalStorage<Asking>();
