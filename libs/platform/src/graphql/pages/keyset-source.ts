import { countCap } from './cursor.js';

/** What a statement for a page is put together from. */
export interface KeysetParts {
  from: string;
  where: string;
  /** What the list is in order of, in the words of `from`; the last one is unique. */
  keys: readonly string[];
  /** The condition for what comes after the cursor, of these keys. */
  behind: (keys: readonly string[]) => string;
  orderOf: (keys: readonly string[]) => string;
  /** One row more than the page has. */
  limit: string;
}

/** Where the rows of a page come from. */
export interface KeysetSource {
  /** A `WITH …`, before everything. */
  prelude?: string;
  /** A relation with a row for each match, up to one more than are counted. */
  matches: string;
  from: string;
  where: string;
  /** What the list is in order of, in the words of this `from`. */
  keys: readonly string[];
}

/** Up to one more than are counted. The count knows nothing of the cursor. */
export const capped = (from: string, where: string): string =>
  `(SELECT FROM ${from} WHERE ${where} LIMIT ${countCap + 1}) m`;

/** Reads rows in order until the page is full: right where the conditions let many through. */
export function inOrder({ from, where, keys, behind }: KeysetParts): KeysetSource {
  return { matches: capped(from, where), from, where: `${where} AND ${behind(keys)}`, keys };
}

/**
 * Finds up to as many as are counted by whichever index knows them. When that is all there are, the page is cut from
 * those; only when there are more it is worth reading rows in order until enough have matched. Where no planner finds
 * that index by itself, each of `candidates` answers the unique keys, called `id`, of some rows by an index of its own;
 * what matches is in any of them. Where no row is in two of them (`disjoint`), many are counted along them as well. `again`
 * is what makes the id unique in `from`, where it alone does not.
 */
export const fewFirst =
  (candidates?: readonly string[], { again = 'true', disjoint = false } = {}) =>
  ({ from, where, keys, behind, orderOf, limit }: KeysetParts): KeysetSource => {
    const most = `LIMIT ${countCap + 1}`;
    const id = keys.at(-1)!;
    const named = keys.map((_, i) => `key${i}`);
    const listed = keys.map((key, i) => `${key} AS ${named[i]}`).join(', ');
    const near = candidates?.map((one) => `(SELECT t.id FROM (${one}) t ${most})`).join(' UNION ALL ');
    const prelude = near
      ? `WITH near AS MATERIALIZED (${near}),
           known AS MATERIALIZED (SELECT count(*) <= ${countCap} AS whole FROM near),
           found AS MATERIALIZED (
             SELECT ${listed} FROM ${from}
             WHERE (SELECT whole FROM known) AND ${id} IN (SELECT n.id FROM near n) AND ${where}
           )`
      : `WITH found AS MATERIALIZED (SELECT ${listed} FROM ${from} WHERE ${where} ${most}),
           known AS MATERIALIZED (SELECT count(*) <= ${countCap} AS whole FROM found)`;
    const many = (more = '') =>
      `(SELECT FROM ${from} ${more} WHERE NOT (SELECT whole FROM known) AND ${where} ${most})`;
    const scanned = disjoint
      ? candidates!
          .map((one) => many(`JOIN (SELECT DISTINCT t.id FROM (${one}) t) n ON n.id = ${id}`))
          .join(' UNION ALL ')
      : many();
    return {
      prelude,
      matches: near ? `(SELECT FROM (SELECT FROM found UNION ALL ${scanned}) c ${most}) m` : 'found',
      from: `${from} JOIN (
        SELECT ${named.join(', ')} FROM found WHERE (SELECT whole FROM known) AND ${behind(named)}
        UNION ALL (
          SELECT ${listed} FROM ${from} WHERE NOT (SELECT whole FROM known) AND ${where} AND ${behind(keys)}
          ORDER BY ${orderOf(keys)} LIMIT ${limit}
        )
      ) k ON k.${named.at(-1)} = ${id}`,
      where: again,
      keys: named.map((name) => `k.${name}`),
    };
  };
