import { openStates } from './sealed-record';

export const views = ['open', 'mine', 'all'] as const;
export type RecordView = (typeof views)[number];

export function viewOf(value: string): RecordView {
  return views.find((view) => view === value) ?? 'open';
}

/** The question to the API for what the address says; the same for both kinds of record. */
export function listVariables(get: (name: string) => string) {
  const view = viewOf(get('view'));
  return {
    filter: view === 'all' ? {} : { status: [...openStates], ...(view === 'mine' && { mine: true }) },
    first: 20,
    after: get('after') || null,
  };
}
