import type { OwnOpportunity } from './queries';

/** Returns 'sent' if the renewal needs a review first, which happens after several renewals. */
export function renewalOutcome({ status }: Pick<OwnOpportunity, 'status'>): 'sent' | 'renewed' {
  return status === 'IN_REVIEW' ? 'sent' : 'renewed';
}
