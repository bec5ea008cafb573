import {
  matchesThenScan,
  keysetList,
  type Connection,
  type PublicSource,
  type PageArgs,
  type Values,
} from '@upstander/platform';
import { scanByFreePlaces, withFreePlaces, type FreePlaces } from '../shifts/free-places.js';
import { shiftsOf } from '../shifts/shift-columns.js';
import { chapterOfEvent, eventColumns, eventFrom, type EventRecord, type Extent } from './event-columns.js';
import type { Event } from './event.entity.js';
import { isFirstOfSeries, otherDatesOf, type OncePerSeries } from './once-per-series.js';

/** `conditions` refer to events `e`, with their parameters in `values`. */
export interface PageQuestion extends PageArgs {
  conditions: readonly string[];
  values: Values;
  way?: 'plain' | 'rare' | FreePlaces;
  descending?: boolean;
  extent?: Extent;
  withPostcode?: boolean;
  oncePerSeries?: OncePerSeries | null;
}

/** Returns a page of events, by start and ID. @throws Refusal BAD_INPUT for an invalid page size or cursor */
export function eventPage(
  db: Pick<PublicSource, 'query' | 'prepared'>,
  question: PageQuestion,
): Promise<Connection<Event>> {
  const { values, descending, extent = 'everything', way: strategy = 'plain', withPostcode, first, after } = question;
  const { conditions, otherDates } = collapse(question);
  const shifts = shiftsOf('page.id', extent);
  return keysetList<EventRecord, Event>(
    // The best plan for a rare match depends on the values, so the query is not prepared.
    strategy === 'rare' ? db : { query: (sql, params) => db.prepared(sql, params) },
    {
      columns: withPostcode ? `${eventColumns(extent)}, e.postcode` : eventColumns(extent),
      from: 'events.event e',
      joins: chapterOfEvent,
      details: otherDates ? { ...shifts, columns: `${shifts.columns}, ${otherDates} AS "otherDates"` } : shifts,
      conditions,
      values,
      page: { first, after },
      by: [
        { sql: 'e.starts_at', type: 'timestamptz', as: 'startsAt' },
        { sql: 'e.id', type: 'uuid', as: 'id' },
      ],
      direction: descending ? 'DESC' : 'ASC',
      source:
        strategy === 'plain' ? undefined : strategy === 'rare' ? matchesThenScan() : scanByFreePlaces(values, strategy),
    },
    eventFrom,
  );
}

/** Returns the conditions of a list with each series once, and the number of its other dates. */
function collapse({ conditions, oncePerSeries, way, values }: PageQuestion): {
  conditions: readonly string[];
  otherDates: string | null;
} {
  if (!oncePerSeries) return { conditions, otherDates: null };
  const all = [...conditions, oncePerSeries.dates];
  // The scan of free places has no condition on the event.
  const matching = [...all, ...(typeof way === 'object' ? [withFreePlaces(values, way.now)] : [])].join(' AND ');
  return {
    conditions: [...all, isFirstOfSeries(matching, oncePerSeries.order)],
    otherDates: otherDatesOf(matching),
  };
}
