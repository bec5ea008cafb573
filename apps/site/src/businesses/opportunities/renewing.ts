import type { OwnOpportunity } from './queries';

/** Whoever renewed often is read again first: then it was submitted, and not renewed. */
export function whatRenewingDid({ status }: Pick<OwnOpportunity, 'status'>): 'sent' | 'renewed' {
  return status === 'IN_REVIEW' ? 'sent' : 'renewed';
}
