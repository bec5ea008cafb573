import {
  capped,
  fewFirst,
  keysetList,
  type Connection,
  type KeysetParts,
  type KeysetSource,
  type PublicSource,
} from '@upstander/platform';
import { eventColumns, eventFrom, shiftsOf, type EventRecord, type Extent } from './event-columns.js';
import type { Values } from './event-conditions.js';
import type { Event } from './event.entity.js';

/** What a page of events is made from. `conditions` are over events called `e`, their values already in `values`. */
export interface PageQuestion {
  conditions: readonly string[];
  values: Values;
  /** How to go about it; `plain` unless told. */
  way?: 'plain' | 'rare' | FreePlaces;
  descending?: boolean;
  extent?: Extent;
  /** Whether each says its postcode, too. */
  withPostcode?: boolean;
  first?: number | null;
  after?: string | null;
}

/** Only events with a shift that has a place left and begins after `now`; none of them starts before `earliest`. */
export interface FreePlaces {
  now: Date;
  earliest: Date;
}

/** A page of events in order of (start, id). @throws Refusal BAD_INPUT for a page size or a cursor that is none. */
export function eventPage(
  db: Pick<PublicSource, 'query' | 'prepared'>,
  question: PageQuestion,
): Promise<Connection<Event>> {
  const { values, conditions, descending, extent = 'everything', way = 'plain', withPostcode, first, after } = question;
  return keysetList<EventRecord, Event>(
    // For rare things the right plan depends on the very words asked for, so it is made anew.
    way === 'rare' ? db : { query: (sql, params) => db.prepared(sql, params) },
    {
      columns: withPostcode ? `${eventColumns(extent)}, e.postcode` : eventColumns(extent),
      from: 'events.event e',
      joins: 'JOIN identity.chapter c ON c.id = e.chapter_id',
      details: shiftsOf('page.id', extent),
      conditions,
      values,
      page: { first, after },
      by: [
        { sql: 'e.starts_at', type: 'timestamptz', as: 'startsAt' },
        { sql: 'e.id', type: 'uuid', as: 'id' },
      ],
      direction: descending ? 'DESC' : 'ASC',
      source: way === 'plain' ? undefined : way === 'rare' ? fewFirst() : alongFreePlaces(values, way),
    },
    eventFrom,
  );
}

/**
 * Walks along the shifts that have places, which carry their event's start for this. OFFSET 0 keeps it a walk: a planner
 * that does not know the values would rather read every event there is.
 */
function alongFreePlaces(values: Values, free: FreePlaces): (parts: KeysetParts) => KeysetSource {
  const open = `NOT f.is_full AND f.starts_at > ${values.add(free.now)} AND f.event_starts_at >= ${values.add(free.earliest)}`;
  const keys = ['f.event_starts_at', 'f.event_id'];
  return ({ where, behind, orderOf }) => {
    const walk = (from: string) => `(
      SELECT DISTINCT f.event_starts_at AS starts_at, f.event_id AS id FROM events.shift f
      WHERE ${open} AND ${from} ORDER BY ${orderOf(keys)}
    ) k CROSS JOIN LATERAL (SELECT * FROM events.event o WHERE o.id = k.id OFFSET 0) e`;
    return { matches: capped(walk('true'), where), from: walk(behind(keys)), where, keys: ['k.starts_at', 'k.id'] };
  };
}
