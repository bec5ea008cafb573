import { badInput } from '../../refusals/refusal.js';
import type { Values } from '../../database/conditions.js';
import { isDay } from '../../typed/days.js';
import { isUuid } from '../../typed/uuid.js';
import { connectionFrom, type Connection } from './connection.js';
import { countCap, decodeCursor, encodeCursor, pageSize } from './cursor.js';
import { isTimeText } from './time-cursor.js';

/** One column or expression a list is in order of; never null (`coalesce` it). The last one is unique. */
export interface SortKey {
  sql: string;
  type: 'timestamptz' | 'date' | 'bigint' | 'text' | 'citext' | 'uuid';
}

/** A page of a list, as its statement is made. */
export interface KeysetQuestion {
  /** What a row of the page has. */
  columns: string;
  /** Tables and joins that the page, its conditions and its count need. */
  from: string;
  /** Joins of the page alone, behind `from`. */
  joins?: string;
  /** What costs too much to be read of more than is on the page: read once that is cut, of each of its rows, `page`. */
  details?: { columns: string; from: string };
  conditions: readonly string[];
  /** What else is said of all that match, as JSON beside the count: a query over `matching`, tables and conditions. */
  beside?: ((matching: string) => string) | undefined;
  /** The values of `columns`, `from` and `conditions` so far. */
  values: Values;
  by: readonly SortKey[];
  direction?: 'ASC' | 'DESC';
  page: { first?: number | null; after?: string | null };
}

interface Asking {
  query<T extends object>(sql: string, params: readonly unknown[]): Promise<T[]>;
}

type Found<Row> = Row & { cursorKeys: string[] | null; total: number; beside: unknown };

/**
 * A page of a list with its capped count, in one statement. It begins behind a row (keyset), never at an offset, so that
 * the ten thousandth costs what the first does where an index has the order. `nodeFrom` makes a row what the API shows.
 * @throws Refusal BAD_INPUT for a page size or a cursor that is none.
 */
export async function keysetList<Row extends object, Node = Row>(
  db: Asking,
  question: KeysetQuestion,
  nodeFrom: (row: Row) => Node = (row) => row as unknown as Node,
): Promise<Connection<Node> & { beside: unknown }> {
  const { columns, from, joins = '', details, beside, values, by, direction = 'ASC' } = question;
  const size = pageSize(question.page.first);
  const after = keysAfter(question.page.after, by);
  const where = question.conditions.join(' AND ') || 'true';
  // The count knows nothing of the cursor.
  const counted = `SELECT count(*)::integer AS total, ${beside ? `(${beside(`${from} WHERE ${where}`)})` : 'NULL'} AS beside
    FROM (SELECT FROM ${from} WHERE ${where} LIMIT ${countCap + 1}) m`;
  const keys = by.map(({ sql }) => sql).join(', ');
  const behind = after
    ? `(${keys}) ${direction === 'DESC' ? '<' : '>'} (${after.map((key, i) => `${values.add(key)}::${by[i]!.type}`).join(', ')})`
    : 'true';
  const order = by.map(({ sql }) => `${sql} ${direction}`).join(', ');
  const rows = await db.query<Found<Row>>(
    `SELECT matching.total, matching.beside, page.*${details ? ', detail.*' : ''} FROM (${counted}) matching LEFT JOIN (
       SELECT ${columns}, ARRAY[${by.map(({ sql }) => `(${sql})::text`).join(', ')}] AS "cursorKeys"
         ${details ? `, row_number() OVER (ORDER BY ${order}) AS "rank"` : ''}
       FROM ${from} ${joins} WHERE ${where} AND ${behind}
       ORDER BY ${order} LIMIT ${values.add(size + 1)}
     ) page ON true
     ${details ? `LEFT JOIN LATERAL (SELECT ${details.columns} FROM ${details.from}) detail ON true ORDER BY page."rank"` : ''}`,
    values.list,
  );
  const cursors = new Map<Node, string>();
  const nodes = rows
    .filter((row) => row.cursorKeys !== null)
    .map((row) => {
      const node = nodeFrom(row);
      cursors.set(node, encodeCursor(row.cursorKeys!));
      return node;
    });
  const total = rows[0]?.total ?? 0;
  const cursor = (node: Node) => cursors.get(node)!;
  return { ...connectionFrom(nodes, { size, after: after !== null, total, cursor }), beside: rows[0]?.beside ?? null };
}

const shapes: Readonly<Record<SortKey['type'], (key: string) => boolean>> = {
  timestamptz: isTimeText,
  date: isDay,
  bigint: (key) => /^-?\d{1,18}$/.test(key),
  text: () => true,
  citext: () => true,
  uuid: isUuid,
};

/**
 * What a list begins behind, as text, or null for its first page; for lists that make their statement themselves.
 * @throws Refusal BAD_INPUT for a cursor that was not made by this list.
 */
export function keysAfter(after: string | null | undefined, by: readonly SortKey[]): string[] | null {
  const keys = decodeCursor(after, by.length)?.map(String) ?? null;
  if (keys && !keys.every((key, i) => shapes[by[i]!.type](key))) throw badInput({ after: 'not-a-cursor' });
  return keys;
}
