import { badInput } from '../../refusals/refusal.js';
import type { Values } from '../../database/conditions.js';
import { isDay } from '../../typed/days.js';
import { isUuid } from '../../typed/uuid.js';
import { connectionFrom, type Connection } from './connection.js';
import { decodeCursor, encodeCursor, pageSize } from './cursor.js';
import { inOrder, type KeysetParts, type KeysetSource } from './keyset-source.js';

/** One column or expression a list is in order of; never null (`coalesce` it). The last one is unique. */
export interface SortKey {
  sql: string;
  type: 'timestamptz' | 'date' | 'bigint' | 'text' | 'citext' | 'uuid';
  /** The property of what is listed that says the same: for lists so hot that no row carries its cursor beside it. */
  as?: string;
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
  /** How its rows are found: `inOrder` unless told. */
  source?: (parts: KeysetParts) => KeysetSource;
}

interface Asking {
  query<T extends object>(sql: string, params: readonly unknown[]): Promise<T[]>;
}

type Found<Row> = Row & { cursorKeys?: string[] | null; total: number; beside?: unknown };

/**
 * A page of a list with its capped count, in one statement. It begins behind a row (keyset), never at an offset, so that
 * the ten thousandth costs what the first does where an index has the order. `nodeFrom` makes a row what the API shows.
 * @throws Refusal BAD_INPUT for a page size or a cursor that is none.
 */
export async function keysetList<Row extends object, Node extends object = Row>(
  db: Asking,
  question: KeysetQuestion,
  nodeFrom: (row: Row) => Node = (row) => row as unknown as Node,
): Promise<Connection<Node> & { beside: unknown }> {
  const { columns, joins = '', details, beside, values, by, direction = 'ASC', source = inOrder } = question;
  const size = pageSize(question.page.first);
  const after = keysAfter(question.page.after, by);
  const behind = after?.map((key, i) => `${values.add(key)}::${by[i]!.type}`).join(', ');
  const limit = values.add(size + 1);
  const orderOf = (keys: readonly string[]) => keys.map((key) => `${key} ${direction}`).join(', ');
  const where = question.conditions.join(' AND ') || 'true';
  const found = source({
    from: question.from,
    where,
    keys: by.map(({ sql }) => sql),
    behind: (keys) => (behind ? `(${keys.join(', ')}) ${direction === 'DESC' ? '<' : '>'} (${behind})` : 'true'),
    orderOf,
    limit,
  });
  const order = orderOf(found.keys);
  const besides = beside ? `, (${beside(`${question.from} WHERE ${where}`)}) AS beside` : '';
  const carried = by.every(({ as }) => as);
  const rows = await db.query<Found<Row>>(
    `${found.prelude ?? ''}
     SELECT matching.total${beside ? ', matching.beside' : ''}, page.*${details ? ', detail.*' : ''}
     FROM (SELECT count(*)::integer AS total ${besides} FROM ${found.matches}) matching LEFT JOIN (
       SELECT ${columns}
         ${carried ? '' : `, ARRAY[${found.keys.map((key) => `(${key})::text`).join(', ')}] AS "cursorKeys"`}
         ${details ? `, row_number() OVER (ORDER BY ${order}) AS "rank"` : ''}
       FROM ${found.from} ${joins} WHERE ${found.where}
       ORDER BY ${order} LIMIT ${limit}
     ) page ON true
     ${details ? `LEFT JOIN LATERAL (SELECT ${details.columns} FROM ${details.from}) detail ON true ORDER BY page."rank"` : ''}`,
    values.list,
  );
  const total = rows[0]?.total ?? 0;
  const last = (by.at(-1)?.as ?? '') as keyof Row;
  const listed = rows.filter((row) => (carried ? row[last] : row.cursorKeys) !== null);
  const cursors = new Map<Node, string[]>();
  const nodes = listed.map((row) => {
    const node = nodeFrom(row);
    if (!carried) cursors.set(node, row.cursorKeys!);
    return node;
  });
  const keysOf = (node: Node) =>
    carried ? by.map(({ as }) => node[as as keyof Node] as string | Date) : cursors.get(node)!;
  const cursor = (node: Node) => encodeCursor(keysOf(node));
  return { ...connectionFrom(nodes, { size, after: after !== null, total, cursor }), beside: rows[0]?.beside ?? null };
}

/** The time of day, as JavaScript writes it (T18:00:00.000Z) or PostgreSQL ( 18:00:00.123456+00). */
const timeOfDay = /^[T ]([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?(Z|[+-]\d{2}(:\d{2})?)$/;

const shapes: Readonly<Record<SortKey['type'], (key: string) => boolean>> = {
  timestamptz: (key) => isDay(key.slice(0, 10)) && timeOfDay.test(key.slice(10)),
  date: isDay,
  bigint: (key) => /^-?\d{1,18}$/.test(key),
  text: () => true,
  citext: () => true,
  uuid: isUuid,
};

/**
 * What a list begins behind, as text, or null for its first page.
 * @throws Refusal BAD_INPUT for a cursor that was not made by this list.
 */
export function keysAfter(after: string | null | undefined, by: readonly SortKey[]): string[] | null {
  const keys = decodeCursor(after, by.length)?.map(String) ?? null;
  if (keys && !keys.every((key, i) => shapes[by[i]!.type](key))) throw badInput({ after: 'not-a-cursor' });
  return keys;
}
