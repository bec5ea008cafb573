import { startOf } from '../parts/ui/when';
import type { SecurityEventVariables } from './queries';

/** What of the address decides what is listed. */
export const filterNames = ['kind', 'person', 'from', 'to'] as const;

/** The kinds that say somebody tried what they may not, or could not: one choice for all of them. */
const refused = [
  'sign-in-failed',
  'second-step-failed',
  'proof-failed',
  'operation-refused',
  'thing-refused',
  'document-refused',
  'cross-site-refused',
  'limit-reached',
];
const power = ['role-requested', 'role-approved', 'role-rejected', 'role-granted', 'role-revoked'];

/** The question to the API for what the address says. Days are the reader's own, whole ones. */
export function variablesOf(get: (name: string) => string): SecurityEventVariables {
  const kind = get('kind');
  return {
    kinds: kind === 'refused' ? refused : kind === 'power' ? power : kind === '' ? null : [kind],
    accountId: get('person') || null,
    from: startOf(get('from')),
    until: startOf(get('to'), 1),
    first: 50,
    after: get('after') || null,
  };
}
