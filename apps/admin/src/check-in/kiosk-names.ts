import { folded } from './door';
import type { Attendee } from './queries';

/**
 * Whose whole name that is, by the list of this device: a part of a name finds nobody, so that nobody reads the list by typing. Somebody
 * with several shifts is there several times; who is done with one is asked about the others only.
 */
export function namesakes(people: readonly Attendee[], typed: string): Attendee[] {
  const wanted = plain(typed);
  if (wanted === '') return [];
  const found = people.filter(({ name }) => plain(name) === wanted);
  const open = found.filter(({ status }) => status === 'CONFIRMED' || status === 'NO_SHOW');
  return open.length > 0 ? open : found.slice(0, 1);
}

function plain(name: string): string {
  return folded(name)
    .replace(/[\s.,'’-]+/g, ' ')
    .trim();
}
