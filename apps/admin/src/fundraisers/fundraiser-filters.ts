import type { FundraisersVariables } from './queries';

/** What of the address decides which fundraisers are listed. */
export const filterNames = ['text', 'chapter'] as const;

export const views = ['open', 'review', 'draft', 'ended', 'all'] as const;
export type FundraiserView = (typeof views)[number];

export function viewOf(value: string): FundraiserView {
  return views.find((view) => view === value) ?? 'open';
}

const statuses = {
  open: ['LIVE', 'PAUSED'],
  review: ['IN_REVIEW'],
  draft: ['DRAFT', 'CHANGES_REQUESTED', 'UNCONFIRMED'],
  ended: ['ENDED', 'REFUSED'],
} as const;

/** The question to the API for what the address says. Who waits longest for a review comes first. */
export function variablesOf(get: (name: string) => string): FundraisersVariables {
  const view = viewOf(get('view'));
  const text = get('text').trim();
  const oldest = get('sort') === 'oldest' || (view === 'review' && get('sort') === '');
  return {
    filter: { ...(text && { text }), ...(get('chapter') && { chapterId: get('chapter') }) },
    status: view === 'all' ? null : [...statuses[view]],
    sort: oldest ? 'OLDEST' : 'NEWEST',
    first: 20,
    after: get('after') || null,
  };
}
