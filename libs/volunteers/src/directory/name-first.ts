import {
  badInput,
  countCap,
  type KeysetParts,
  type KeysetSource,
  type SortKey,
  type Values,
} from '@upstander/platform';

export interface NameSearch {
  /** Alias of the row with `sort_name` and `sort_last`. */
  row: 'm' | 'v';
  from: string;
  where: string;
  /** SQL of the folded search text with a trailing %, for LIKE. */
  beginning: string;
  /** Condition for reading a matching row by ID alone. */
  again: string;
}

/** Returns the sort order of a search: leading names first, then last names, then recent sign-ups. */
export function sortByNameFirst(row: 'm' | 'v', id: string): SortKey[] {
  return [
    { sql: '0::bigint', type: 'bigint' },
    { sql: `${row}.sort_name`, type: 'text' },
    { sql: id, type: 'uuid' },
  ];
}

/** Upper bound for timestamps (ms). Subtracting from it yields a key that sorts newest first. */
const farFuture = 8_000_000_000_000;

/** SQL: a text key that sorts by most recent activity, ties by descending ID. */
const latestFirst = (at: string, id: string) =>
  `(lpad((${farFuture} - (extract(epoch FROM ${at}) * 1000)::bigint)::text, 13, '0')
    || translate(${id}::text, '0123456789abcdef', 'fedcba9876543210')) COLLATE "C"`;

function timeIn(key: string): Date {
  const remaining = /^\d{13}/.exec(key);
  if (!remaining) throw badInput({ after: 'not-a-cursor' });
  return new Date(farFuture - Number(remaining[0]));
}

/**
 * Runs up to three index scans, each only if the previous ones did not fill the page.
 * In name order alone, a list with 100,000 Carlas would start after 200,000 Anas and Beas. Matches inside a name or
 * address come by last activity instead: in name order, forty thousand rows could precede the first match.
 */
export function namesFirst(names: NameSearch, after: string[] | null, values: Values) {
  return ({ from, where, keys, behind, limit }: KeysetParts): KeysetSource => {
    const id = keys.at(-1)!;
    const [name, last, active] = [`${names.row}.sort_name`, `${names.row}.sort_last`, `${names.row}.active_at`];
    const beginsCondition = `${name} LIKE ${names.beginning}`;
    const surname = `${last} LIKE ${names.beginning} AND NOT ${beginsCondition}`;
    const other = `NOT ${beginsCondition} AND NOT ${last} LIKE ${names.beginning}`;
    const cursorRank = Number(after?.[0] ?? -1);
    const compareRow = (key: string, type: string, value: unknown, sign: '<' | '>') =>
      `(${key}, ${id}) ${sign} (${values.add(value)}::${type}, ${values.add(after![2])}::uuid)`;
    const scans = [
      {
        key: name,
        from: names.from,
        where: `${names.where} AND ${beginsCondition}`,
        order: `${name}, ${id}`,
        bound: () => compareRow(name, 'text', after![1], '>'),
      },
      {
        key: last,
        from: names.from,
        where: `${names.where} AND ${surname}`,
        order: `${last}, ${id}`,
        bound: () => compareRow(last, 'text', after![1], '>'),
      },
      {
        key: latestFirst(active, id),
        from,
        where: `${where} AND ${other}`,
        order: `${active} DESC, ${id} DESC`,
        bound: () => compareRow(active, 'timestamptz', timeIn(after![1]!), '<'),
      },
    ];
    const rowsBefore = (rank: number) =>
      Array.from({ length: rank }, (_, i) => `(SELECT count(*) FROM walk${i})`).join(' + ');
    const page = scans.map(
      (scan, rank) => `walk${rank} AS MATERIALIZED (
        SELECT ${rank}::bigint AS rank, ${scan.key} AS key, ${id} AS id FROM ${scan.from}
        WHERE ${rank === 0 ? 'true' : `${rowsBefore(rank)} < ${limit}`} AND ${scan.where}
          AND ${cursorRank === rank ? scan.bound() : String(cursorRank < rank)}
        ORDER BY ${scan.order} LIMIT ${limit}
      )`,
    );
    const limitClause = `LIMIT ${countCap + 1}`;
    const countedRows = scans
      .map((scan) => `(SELECT 1 FROM ${scan.from} WHERE ${scan.where} ${limitClause})`)
      .join(' UNION ALL ');
    return {
      prelude: `WITH ${page.join(', ')}`,
      matches: `(SELECT FROM (${countedRows}) c ${limitClause}) m`,
      from: `${from} JOIN (${scans.map((_, i) => `SELECT * FROM walk${i}`).join(' UNION ALL ')}) k ON k.id = ${id}`,
      where: `${names.again} AND ${behind(['k.rank', 'k.key', 'k.id'])}`,
      keys: ['k.rank', 'k.key', 'k.id'],
    };
  };
}
