import type { EventsVariables } from './queries';

/** What of the address decides which events are listed. */
export const filterNames = ['text', 'status', 'chapter', 'from', 'to', 'free'] as const;

export type EventView = 'upcoming' | 'past' | 'all';

export function viewOf(value: string): EventView {
  return value === 'past' || value === 'all' ? value : 'upcoming';
}

const statuses = ['DRAFT', 'PUBLISHED', 'CANCELLED', 'COMPLETED'] as const;

/**
 * The question to the API for what the address says. Dates that somebody chose win over those of the view; the past is
 * listed backwards unless told otherwise.
 */
export function variablesOf(get: (name: string) => string, today: string): EventsVariables {
  const view = viewOf(get('view'));
  const from = get('from') || (view === 'upcoming' ? today : '');
  const to = get('to') || (view === 'past' ? yesterday(today) : '');
  const status = statuses.find((each) => each === get('status'));
  const sort = get('sort') || (view === 'upcoming' ? 'soonest' : 'latest');
  return {
    filter: {
      ...(from && { from }),
      ...(to && { to }),
      ...(get('chapter') && { chapter: get('chapter') }),
      ...(get('text').trim() && { text: get('text').trim() }),
      ...(get('free') === '1' && { hasFreePlaces: true }),
    },
    status: status ? [status] : null,
    sort: sort === 'latest' ? 'STARTS_AT_DESC' : 'STARTS_AT',
    first: 20,
    after: get('after') || null,
  };
}

function yesterday(today: string): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
