import type { OwnListing } from './queries';

/** Whoever renewed often is read again first: then it was submitted, and not renewed. */
export function whatRenewingDid({ status }: Pick<OwnListing, 'status'>): 'sent' | 'renewed' {
  return status === 'IN_REVIEW' ? 'sent' : 'renewed';
}
