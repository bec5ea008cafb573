import type { PlansVariables } from './queries';

export const filterNames = ['text', 'status', 'sort'] as const;

const statuses = ['PENDING', 'ACTIVE', 'PAST_DUE', 'STOPPED', 'EXPIRED'] as const;

/** The question to the API for what the address says. */
export function variablesOf(get: (name: string) => string): PlansVariables {
  const status = statuses.find((one) => one === get('status'));
  const text = get('text').trim();
  return {
    filter: { ...(text && { text }), ...(status && { status: [status] }) },
    sort: get('sort') === 'OLDEST' ? 'OLDEST' : 'NEWEST',
    first: 30,
    after: get('after') || null,
  };
}
