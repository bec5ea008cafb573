import { AsyncLocalStorage } from 'node:async_hooks';

/** The request being processed. Libraries attach request-scoped data to it. */
export interface RequestContext {
  readonly requestId: string;
}

/**
 * Identifies the current request, even at the end of transactions.
 * Set only for requests that carry a session, another cookie than the language, or form data. These must see their
 * own writes, so they never read from the replica (PublicReads).
 */
export const requestContext = new AsyncLocalStorage<RequestContext>();
