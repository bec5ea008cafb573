import type { RosterVariables } from './queries';

export const filterNames = ['text', 'shift', 'status'] as const;

export const statuses = ['CONFIRMED', 'OFFERED', 'WAITLISTED', 'CANCELLED', 'EXPIRED'] as const;
type Status = (typeof statuses)[number];

/** Who is on the event or waits to be: what a roster is about, unless another state is asked for. */
const active: Status[] = ['CONFIRMED', 'OFFERED', 'WAITLISTED'];

/** In place of a state: who has not confirmed the address yet. */
export const unconfirmed = 'unconfirmed';

/** The question to the API for what the address says. */
export function variablesOf(eventId: string, get: (name: string) => string): RosterVariables {
  const wanted = get('status');
  const one = statuses.find((status) => status === wanted);
  return {
    eventId,
    filter: {
      ...(get('shift') && { shiftId: get('shift') }),
      ...(get('text').trim() && { text: get('text').trim() }),
      ...(wanted !== 'all' && { status: one ? [one] : active }),
      ...(wanted === unconfirmed && { addressConfirmed: false }),
    },
    first: 50,
    after: get('after') || null,
  };
}
