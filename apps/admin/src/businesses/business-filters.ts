import { daysAfter } from '../parts/ui/when';
import type { BusinessesVariables } from './queries';

/** What of the address decides which businesses are listed. */
export const filterNames = ['text'] as const;

export const views = ['waiting', 'changes', 'approved', 'ending', 'out', 'all'] as const;
export type BusinessView = (typeof views)[number];

export function viewOf(value: string): BusinessView {
  return views.find((view) => view === value) ?? 'waiting';
}

/** So many days ahead a business is told that its year ends, and may hand itself in again. */
export const endingDays = 60;

const statuses = {
  changes: ['CHANGES_REQUESTED'],
  approved: ['APPROVED'],
  ending: ['APPROVED'],
  out: ['REFUSED', 'LAPSED', 'SUSPENDED'],
} as const;

const sorts = {
  waiting: 'OLDEST',
  ending: 'ENDING',
  changes: 'OLDEST',
  approved: 'NAME',
  out: 'NAME',
  all: 'NAME',
} as const;

/** The question to the API for what the address says; `today` on the reader's calendar. */
export function variablesOf(get: (name: string) => string, today: string): BusinessesVariables {
  const view = viewOf(get('view'));
  const search = get('text').trim();
  return {
    filter: {
      ...(view === 'waiting' && { waiting: true }),
      ...(view !== 'all' && view !== 'waiting' && { status: [...statuses[view]] }),
      ...(view === 'ending' && { endingBefore: daysAfter(today, endingDays) }),
      ...(search && { search }),
    },
    sort: sorts[view],
    first: 20,
    after: get('after') || null,
  };
}
