import { badInput } from '../../refusals/refusal.js';
import type { Values } from '../../database/conditions.js';
import { isDay } from '../../typed/days.js';
import { isUuid } from '../../typed/uuid.js';
import { connectionFrom, type Connection } from './connection.js';
import { decodeCursor, encodeCursor, pageSize } from './cursor.js';
import { scanInOrder, type KeysetParts, type KeysetSource } from './keyset-source.js';
import type { PageArgs } from './page-args.js';

/** A sort column or expression. It must not be null (use `coalesce`). The last one must be unique. */
export interface SortKey {
  sql: string;
  type: 'timestamptz' | 'date' | 'bigint' | 'text' | 'citext' | 'uuid';
  /** The node property with the same value, so that hot lists need no separate cursor column. */
  as?: string;
}

export interface KeysetQuestion {
  columns: string;
  /** Tables and joins for the page, its conditions and its count. */
  from: string;
  joins?: string;
  /** Columns too expensive to read outside the page. Read for each row of the final `page`. */
  details?: { columns: string; from: string };
  conditions: readonly string[];
  /** Returns a JSON query over all matches. `matching` is their tables and conditions. */
  beside?: ((matching: string) => string) | undefined;
  values: Values;
  /** Keys in order, or their types by SQL expression. */
  by: readonly SortKey[] | Readonly<Record<string, SortKey['type']>>;
  direction?: 'ASC' | 'DESC';
  page: PageArgs;
  /** `scanInOrder` by default. */
  source?: (parts: KeysetParts) => KeysetSource;
}

function sortKeysFrom(by: KeysetQuestion['by']): readonly SortKey[] {
  return Array.isArray(by) ? by : Object.entries(by).map(([sql, type]) => ({ sql, type }));
}

interface SqlExecutor {
  query<T extends object>(sql: string, params: readonly unknown[]): Promise<T[]>;
}

type KeysetRow<Row> = Row & { cursorKeys?: string[] | null; total: number; beside?: unknown };

/**
 * One statement for the page and its capped count. Pages start after a row (keyset), so with a matching index every page
 * costs the same.
 * @throws Refusal BAD_INPUT for an invalid page size or cursor
 */
export async function keysetList<Row extends object, Node extends object = Row>(
  db: SqlExecutor,
  question: KeysetQuestion,
  nodeFrom: (row: Row) => Node = (row) => row as unknown as Node,
): Promise<Connection<Node> & { beside: unknown }> {
  const { columns, joins = '', details, beside: besideSql, values, direction = 'ASC', source = scanInOrder } = question;
  const by = sortKeysFrom(question.by);
  const size = pageSize(question.page.first);
  const after = keysAfter(question.page.after, by);
  const cursorValues = after?.map((key, i) => `${values.add(key)}::${by[i]!.type}`).join(', ');
  const limit = values.add(size + 1);
  const orderOf = (keys: readonly string[]) => keys.map((key) => `${key} ${direction}`).join(', ');
  const where = question.conditions.join(' AND ') || 'true';
  const keysetParts = source({
    from: question.from,
    where,
    keys: by.map(({ sql }) => sql),
    behind: (keys) =>
      cursorValues ? `(${keys.join(', ')}) ${direction === 'DESC' ? '<' : '>'} (${cursorValues})` : 'true',
    orderOf,
    limit,
  });
  const order = orderOf(keysetParts.keys);
  const summarySql = besideSql ? `, (${besideSql(`${question.from} WHERE ${where}`)}) AS beside` : '';
  const hasCursorProperties = by.every(({ as }) => as);
  const rows = await db.query<KeysetRow<Row>>(
    `${keysetParts.prelude ?? ''}
     SELECT matching.total${besideSql ? ', matching.beside' : ''}, page.*${details ? ', detail.*' : ''}
     FROM (SELECT count(*)::integer AS total ${summarySql} FROM ${keysetParts.matches}) matching LEFT JOIN (
       SELECT ${columns}
         ${hasCursorProperties ? '' : `, ARRAY[${keysetParts.keys.map((key) => `(${key})::text`).join(', ')}] AS "cursorKeys"`}
         ${details ? `, row_number() OVER (ORDER BY ${order}) AS "rank"` : ''}
       FROM ${keysetParts.from} ${joins} WHERE ${keysetParts.where}
       ORDER BY ${order} LIMIT ${limit}
     ) page ON true
     ${details ? `LEFT JOIN LATERAL (SELECT ${details.columns} FROM ${details.from}) detail ON true ORDER BY page."rank"` : ''}`,
    values.list,
  );
  const total = rows[0]?.total ?? 0;
  const last = (by.at(-1)?.as ?? '') as keyof Row;
  const pageRows = rows.filter((row) => (hasCursorProperties ? row[last] : row.cursorKeys) !== null);
  const cursors = new Map<Node, string[]>();
  const nodes = pageRows.map((row) => {
    const node = nodeFrom(row);
    if (!hasCursorProperties) cursors.set(node, row.cursorKeys!);
    return node;
  });
  const keysOf = (node: Node) =>
    hasCursorProperties ? by.map(({ as }) => node[as as keyof Node] as string | Date) : cursors.get(node)!;
  const cursor = (node: Node) => encodeCursor(keysOf(node));
  return { ...connectionFrom(nodes, { size, after: after !== null, total, cursor }), beside: rows[0]?.beside ?? null };
}

/** JavaScript writes T18:00:00.000Z, and PostgreSQL ( 18:00:00.123456+00). */
const timeOfDay = /^[T ]([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?(Z|[+-]\d{2}(:\d{2})?)$/;

const shapes: Readonly<Record<SortKey['type'], (key: string) => boolean>> = {
  timestamptz: (key) => isDay(key.slice(0, 10)) && timeOfDay.test(key.slice(10)),
  date: isDay,
  bigint: (key) => /^-?\d{1,18}$/.test(key),
  text: () => true,
  citext: () => true,
  uuid: isUuid,
};

/** @throws Refusal BAD_INPUT if the cursor doesn't fit this list */
export function keysAfter(after: string | null | undefined, by: readonly SortKey[]): string[] | null {
  const keys = decodeCursor(after, by.length)?.map(String) ?? null;
  if (keys && !keys.every((key, i) => shapes[by[i]!.type](key))) throw badInput({ after: 'not-a-cursor' });
  return keys;
}
