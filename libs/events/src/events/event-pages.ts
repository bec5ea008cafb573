import { connectionFrom, countCap, encodeCursor, pageSize, timeCursor } from '@upstander/platform';
import { eventColumns, eventFrom, shiftsOf, type EventRecord, type Extent } from './event-columns.js';
import type { Values } from './event-conditions.js';
import type { EventConnection } from './event.entity.js';

/** What a page of events is made from. `conditions` are over events called `e`, their values already in `values`. */
export interface PageQuestion {
  conditions: readonly string[];
  values: Values;
  /** How to go about it; `plain` unless told. */
  way?: 'plain' | 'rare' | FreePlaces;
  descending?: boolean;
  extent?: Extent;
  first?: number | null;
  after?: string | null;
}

/** Only events with a shift that has a place left and begins after `now`; none of them starts before `earliest`. */
export interface FreePlaces {
  now: Date;
  earliest: Date;
}

/** One statement for the page, its shifts and its count; `read` turns its rows into the connection. */
export interface PageStatement {
  sql: string;
  values: unknown[];
  read: (rows: PageRecord[]) => EventConnection;
}

/** A row of the page; where the page is empty there is one row without an event. */
export type PageRecord = EventRecord & { total: number };

/** Where the rows of a page come from. `e` is the event; the page is in order of the start and id of `key`. */
interface Source {
  prelude?: string;
  /** A relation with a row for each match, up to one more than are counted. */
  matches: string;
  from: string;
  where: string;
  key: 'e' | 'k';
}

interface Parts {
  conditions: string;
  values: Values;
  /** `behind('e.starts_at, e.id')`: the condition for what comes after the cursor. */
  behind: (keys: string) => string;
  order: (row: string) => string;
  limit: string;
}

/**
 * The statement for a page of events in order of (start, id). Pages begin behind a row (keyset), never at an offset, so
 * the ten thousandth costs what the first does.
 * @throws Refusal BAD_INPUT for a page size or a cursor that is none.
 */
export function pageStatement(question: PageQuestion): PageStatement {
  const { values, descending = false, extent = 'everything', way = 'plain' } = question;
  const size = pageSize(question.first);
  const cursor = timeCursor(question.after);
  const direction = descending ? 'DESC' : 'ASC';
  const after = cursor && `(${values.add(cursor.at)}::timestamptz, ${values.add(cursor.id)}::uuid)`;
  const parts: Parts = {
    conditions: question.conditions.join(' AND ') || 'true',
    values,
    behind: (keys) => (after ? `(${keys}) ${descending ? '<' : '>'} ${after}` : 'true'),
    order: (row) => `${row}.starts_at ${direction}, ${row}.id ${direction}`,
    limit: values.add(size + 1),
  };
  const source = way === 'plain' ? inOrder(parts) : way === 'rare' ? fewFirst(parts) : alongFreePlaces(parts, way);

  const sql = `${source.prelude ?? ''}
    SELECT matching.total, page.*, shift_list.shifts
    FROM (SELECT count(*)::integer AS total FROM ${source.matches}) matching LEFT JOIN (
      SELECT ${eventColumns(extent)}
      FROM ${source.from} JOIN identity.chapter c ON c.id = e.chapter_id
      WHERE ${source.where}
      ORDER BY ${parts.order(source.key)} LIMIT ${parts.limit}
    ) page ON true
    ${shiftsOf('page.id', extent)}
    ORDER BY page."startsAt" COLLATE "C" ${direction}, page.id ${direction}`;

  return {
    sql,
    values: values.list,
    read: (rows) =>
      connectionFrom(rows[0]?.id ? rows.map(eventFrom) : [], {
        size,
        after: cursor !== null,
        total: rows[0]?.total ?? 0,
        cursor: (event) => encodeCursor([String(event.startsAt), event.id]),
      }),
  };
}

/** Reads events in order until the page is full: right where the conditions let many through. */
function inOrder({ conditions, behind }: Parts): Source {
  return {
    matches: `(SELECT FROM events.event e WHERE ${conditions} LIMIT ${countCap + 1}) m`,
    from: 'events.event e',
    where: `${conditions} AND ${behind('e.starts_at, e.id')}`,
    key: 'e',
  };
}

/**
 * Finds up to as many as are counted by whichever index knows them. When that is all there are, the page is cut from
 * those; only when there are more it is worth reading events in order until enough have matched.
 */
function fewFirst({ conditions, behind, order, limit }: Parts): Source {
  return {
    prelude: `WITH found AS MATERIALIZED (
      SELECT e.id, e.starts_at FROM events.event e WHERE ${conditions} LIMIT ${countCap + 1}
    ), number AS MATERIALIZED (SELECT count(*) > ${countCap} AS is_large FROM found)`,
    matches: 'found',
    from: `(
      SELECT f.id, f.starts_at FROM found f
      WHERE NOT (SELECT is_large FROM number) AND ${behind('f.starts_at, f.id')}
      UNION ALL (
        SELECT e.id, e.starts_at FROM events.event e
        WHERE (SELECT is_large FROM number) AND ${conditions} AND ${behind('e.starts_at, e.id')}
        ORDER BY ${order('e')} LIMIT ${limit}
      )
    ) k JOIN events.event e ON e.id = k.id`,
    where: 'true',
    key: 'k',
  };
}

/**
 * Walks along the shifts that have places, which carry their event's start for this. OFFSET 0 keeps it a walk: a planner
 * that does not know the values would rather read every event there is.
 */
function alongFreePlaces({ conditions, values, behind, order }: Parts, free: FreePlaces): Source {
  const open = `NOT f.is_full AND f.starts_at > ${values.add(free.now)} AND f.event_starts_at >= ${values.add(free.earliest)}`;
  const walk = (from: string) => `(
      SELECT DISTINCT f.event_starts_at AS starts_at, f.event_id AS id FROM events.shift f
      WHERE ${open} AND ${from} ORDER BY ${order('f').replaceAll('f.', 'f.event_')}
    ) k CROSS JOIN LATERAL (SELECT * FROM events.event o WHERE o.id = k.id OFFSET 0) e`;
  return {
    matches: `(SELECT FROM ${walk('true')} WHERE ${conditions} LIMIT ${countCap + 1}) m`,
    from: walk(behind('f.event_starts_at, f.event_id')),
    where: conditions,
    key: 'k',
  };
}
