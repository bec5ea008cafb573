import { capped, type KeysetParts, type KeysetSource, type Values } from '@upstander/platform';

/** Limits a list of events to those with a free place on a shift after `now`. No event starts before `earliest`. */
export interface FreePlaces {
  now: Date;
  earliest: Date;
}

/** SQL: true if a shift of the event has a free place. */
export const hasFreePlaces = (eventId: string, also = ''): string =>
  `EXISTS (SELECT FROM events.shift f WHERE f.event_id = ${eventId} AND NOT f.is_full ${also})`;

/** Keeps events `e` with a free place. Other conditions should be selective. */
export const withFreePlaces = (values: Values, now: Date): string =>
  hasFreePlaces('e.id', `AND f.starts_at > ${values.add(now)} OFFSET 0`);

/**
 * Scans shifts with free places, which carry a copy of their event's start. OFFSET 0 enforces the scan: the planner
 * would otherwise read every event.
 */
export function scanByFreePlaces(values: Values, freePlaces: FreePlaces): (parts: KeysetParts) => KeysetSource {
  const open = `NOT f.is_full AND f.starts_at > ${values.add(freePlaces.now)} AND f.event_starts_at >= ${values.add(freePlaces.earliest)}`;
  const keys = ['f.event_starts_at', 'f.event_id'];
  return ({ where, behind, orderOf }) => {
    const scan = (from: string) => `(
      SELECT DISTINCT f.event_starts_at AS starts_at, f.event_id AS id FROM events.shift f
      WHERE ${open} AND ${from} ORDER BY ${orderOf(keys)}
    ) k CROSS JOIN LATERAL (SELECT * FROM events.event o WHERE o.id = k.id OFFSET 0) e`;
    return { matches: capped(scan('true'), where), from: scan(behind(keys)), where, keys: ['k.starts_at', 'k.id'] };
  };
}
