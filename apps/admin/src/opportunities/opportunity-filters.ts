import type { OpportunitiesVariables } from './queries';

/** What of the address decides which listings are shown. */
export const filterNames = ['text', 'kind', 'flagged', 'business'] as const;

export const views = ['waiting', 'shown', 'changes', 'over', 'all'] as const;
export type OpportunityView = (typeof views)[number];

export function viewOf(value: string): OpportunityView {
  return views.find((view) => view === value) ?? 'waiting';
}

const statuses = {
  waiting: ['IN_REVIEW'],
  shown: ['PUBLISHED', 'EXPIRING'],
  changes: ['CHANGES_REQUESTED'],
  over: ['EXPIRED', 'FILLED', 'WITHDRAWN', 'REFUSED'],
} as const;

const kinds = ['JOB', 'INTERNSHIP', 'SKILLS_TRAINING', 'OTHER'] as const;

/** The question to the API for what the address says; what is none of the choices is left out. */
export function variablesOf(get: (name: string) => string): OpportunitiesVariables {
  const view = viewOf(get('view'));
  const kind = kinds.find((each) => each === get('kind'));
  const flagged = { yes: true, no: false }[get('flagged')];
  const search = get('text').trim();
  return {
    filter: {
      ...(view !== 'all' && { status: [...statuses[view]] }),
      ...(kind && { kind: [kind] }),
      ...(flagged !== undefined && { flagged }),
      ...(get('business') && { businessId: get('business') }),
      ...(search && { search }),
    },
    first: 20,
    after: get('after') || null,
  };
}
