import type { MailLogVariables } from './queries';

export const filterNames = ['recipient', 'status', 'template'] as const;

const statuses = ['DUE', 'SENDING', 'SENT', 'FAILED', 'BOUNCED', 'SKIPPED'] as const;

/** The question to the API for what the address says; “trouble” is whatever did not arrive. */
export function variablesOf(get: (name: string) => string): MailLogVariables {
  const wanted = get('status');
  const one = statuses.find((status) => status === wanted);
  return {
    filter: {
      ...(wanted === 'trouble' ? { status: ['FAILED', 'BOUNCED'] } : one && { status: [one] }),
      ...(get('template') && { template: get('template') }),
      ...(get('recipient').trim() && { recipient: get('recipient').trim() }),
    },
    first: 30,
    after: get('after') || null,
  };
}
