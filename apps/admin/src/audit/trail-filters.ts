import { startOf } from '../parts/ui/when';
import type { TrailVariables } from './queries';

/** What of the address decides what is listed. */
export const filterNames = ['record', 'actor', 'action', 'from', 'to'] as const;

/** The verbs that the list can be narrowed to. */
export const actions = [
  'read',
  'taken',
  'reopened',
  'contacted',
  'wrote',
  'wrote-to-business',
  'consent-proposed',
  'consent-recorded',
  'consent-given',
  'consent-withdrawn',
  'consent-revoked',
  'introduced',
  'scheduled',
  'calendar',
  'conflict-noted',
  'closed',
  'erased',
  'purged',
  'purged-unreached',
  'messages-purged',
  'sent',
  'contact-changed',
  'hold-placed',
  'hold-lifted',
  'key-made',
  'team-key-made',
  'team-key-shared',
] as const;

/** The question to the API for what the address says. Days are the reader's own, whole ones. */
export function variablesOf(get: (name: string) => string): TrailVariables {
  const from = startOf(get('from'));
  const after = startOf(get('to'), 1);
  return {
    filter: {
      ...(get('record') && { recordId: get('record') }),
      ...(get('actor') && { actorId: get('actor') }),
      ...(get('action') && { action: get('action') }),
      ...(from && { from }),
      ...(after && { to: after }),
    },
    first: 50,
    after: get('after') || null,
  };
}
