import { badInput, connectionFrom, countCap, decodeCursor, encodeCursor, pageSize } from '@upstander/platform';
import { eventColumns, eventFrom, shiftsOf, type EventRecord } from './event-columns.js';
import type { EventConnection } from './event.js';
import { Values } from './event-conditions.js';

/** What a page of events is made from. `conditions` are over events called `e`, their values already in `values`. */
export interface PageQuestion {
  conditions: readonly string[];
  values: Values;
  /** Only events with a shift that has a place left and begins after `now`; none starts before `earliest`. */
  freePlaces?: { now: Date; earliest: Date } | null;
  descending?: boolean;
  /** Whether anybody will look at the descriptions. */
  descriptions?: boolean;
  first?: number | null;
  after?: string | null;
}

/** One statement for the page, its shifts and its count; `read` turns its rows into the connection. */
export interface PageStatement {
  sql: string;
  values: unknown[];
  read: (rows: PageRecord[]) => EventConnection;
}

/** A row of the page; where the page is empty there is one row without an event. */
export type PageRecord = EventRecord & { total: number };

/**
 * The statement for a page of events in order of (start, id). Pages begin behind a row (keyset), never at an offset, so
 * the ten thousandth costs what the first does.
 * @throws Refusal BAD_INPUT for a page size or a cursor that is none.
 */
export function pageStatement(question: PageQuestion): PageStatement {
  const { values, descending = false, descriptions = true } = question;
  const size = pageSize(question.first);
  const cursor = readCursor(question.after);
  const way = descending ? 'DESC' : 'ASC';
  const conditions = question.conditions.join(' AND ') || 'true';

  const behind = cursor && `(${values.add(cursor[0])}::timestamptz, ${values.add(cursor[1])}::uuid)`;
  const compared = descending ? '<' : '>';

  // With free places, the walk is along the shifts that have some, which carry their event's start for this.
  const free = question.freePlaces;
  const open = free && `f.starts_at > ${values.add(free.now)} AND f.event_starts_at >= ${values.add(free.earliest)}`;
  const source = (from: string | null) =>
    open
      ? `(SELECT DISTINCT f.event_starts_at AS starts_at, f.event_id AS id FROM events.shift f
           WHERE NOT f.is_full AND ${open} ${from ? `AND (f.event_starts_at, f.event_id) ${compared} ${from}` : ''}
           ORDER BY f.event_starts_at ${way}, f.event_id ${way}) k JOIN events.event e ON e.id = k.id`
      : 'events.event e';
  const key = open ? 'k' : 'e';

  const sql = `
    SELECT matching.total, page.*, shift_list.shifts
    FROM (
      SELECT count(*)::integer AS total FROM (
        SELECT FROM ${source(null)} WHERE ${conditions} LIMIT ${countCap + 1}
      ) m
    ) matching LEFT JOIN (
      SELECT ${eventColumns({ descriptions })}
      FROM ${source(behind)} JOIN identity.chapter c ON c.id = e.chapter_id
      WHERE ${conditions} ${behind && !open ? `AND (e.starts_at, e.id) ${compared} ${behind}` : ''}
      ORDER BY ${key}.starts_at ${way}, ${key}.id ${way} LIMIT ${values.add(size + 1)}
    ) page ON true
    ${shiftsOf('page.id')}
    ORDER BY page."startsAt" ${way}, page.id ${way}`;

  return {
    sql,
    values: values.list,
    read: (rows) =>
      connectionFrom(rows[0]?.id ? rows.map(eventFrom) : [], {
        size,
        after: cursor !== null,
        total: rows[0]?.total ?? 0,
        cursor: (event) => encodeCursor([event.startsAt, event.id]),
      }),
  };
}

function readCursor(after: string | null | undefined): [string, string] | null {
  const keys = decodeCursor(after, 2);
  if (!keys) return null;
  const [startsAt, id] = keys.map(String) as [string, string];
  const wellFormed = !Number.isNaN(Date.parse(startsAt)) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  if (!wellFormed) throw badInput({ after: 'not-a-cursor' });
  return [startsAt, id];
}
