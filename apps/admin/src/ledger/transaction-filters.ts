import type { TransactionsVariables } from './queries';

export const filterNames = ['text', 'account', 'subject'] as const;

/** The question to the API for what the address says. */
export function variablesOf(get: (name: string) => string): TransactionsVariables {
  const text = get('text').trim();
  return {
    filter: {
      ...(text && { text }),
      ...(get('account') && { accountId: get('account') }),
      ...(get('subject') && { subjectId: get('subject') }),
    },
    first: 30,
    after: get('after') || null,
  };
}
