import { countCap } from './cursor.js';

export interface KeysetParts {
  from: string;
  where: string;
  /** Sort keys in terms of `from`; the last one is unique. */
  keys: readonly string[];
  behind: (keys: readonly string[]) => string;
  orderOf: (keys: readonly string[]) => string;
  /** Page size plus one. */
  limit: string;
}

export interface KeysetSource {
  prelude?: string;
  /** One row per match, up to one more than the cap. */
  matches: string;
  from: string;
  where: string;
  /** Sort keys in terms of this `from`. */
  keys: readonly string[];
}

export const cappedSql = (from: string, where: string): string =>
  `(SELECT FROM ${from} WHERE ${where} LIMIT ${countCap + 1}) m`;

/** Reads rows in order until the page is full. Fast if the conditions match many rows. */
export function scanInOrder({ from, where, keys, behind }: KeysetParts): KeysetSource {
  return { matches: cappedSql(from, where), from, where: `${where} AND ${behind(keys)}`, keys };
}

/**
 * Finds matches by any index, up to the number that is counted.
 * If these are all, the page is cut from them. Otherwise rows are read in order until the page is full. Each of
 * `candidates` is a query for IDs by a specific index, in case the planner doesn't choose it; every match is in at
 * least one. If no row is in two of them (`disjoint`), large counts use them too. `again` makes the ID unique in
 * `from`.
 */
export const matchThenScan =
  (candidates?: readonly string[], { again: recheckCondition = 'true', disjoint = false } = {}) =>
  ({ from, where, keys, behind, orderOf, limit }: KeysetParts): KeysetSource => {
    const cappedLimit = `LIMIT ${countCap + 1}`;
    const id = keys.at(-1)!;
    const keyNames = keys.map((_, i) => `key${i}`);
    const keyColumns = keys.map((key, i) => `${key} AS ${keyNames[i]}`).join(', ');
    const nearIds = candidates?.map((one) => `(SELECT t.id FROM (${one}) t ${cappedLimit})`).join(' UNION ALL ');
    const prelude = nearIds
      ? `WITH near AS MATERIALIZED (${nearIds}),
           known AS MATERIALIZED (SELECT count(*) <= ${countCap} AS whole FROM near),
           found AS MATERIALIZED (
             SELECT ${keyColumns} FROM ${from}
             WHERE (SELECT whole FROM known) AND ${id} IN (SELECT n.id FROM near n) AND ${where}
           )`
      : `WITH found AS MATERIALIZED (SELECT ${keyColumns} FROM ${from} WHERE ${where} ${cappedLimit}),
           known AS MATERIALIZED (SELECT count(*) <= ${countCap} AS whole FROM found)`;
    const scanAll = (extraJoin = '') =>
      `(SELECT FROM ${from} ${extraJoin} WHERE NOT (SELECT whole FROM known) AND ${where} ${cappedLimit})`;
    const scanned = disjoint
      ? candidates!
          .map((one) => scanAll(`JOIN (SELECT DISTINCT t.id FROM (${one}) t) n ON n.id = ${id}`))
          .join(' UNION ALL ')
      : scanAll();
    return {
      prelude,
      matches: nearIds ? `(SELECT FROM (SELECT FROM found UNION ALL ${scanned}) c ${cappedLimit}) m` : 'found',
      from: `${from} JOIN (
        SELECT ${keyNames.join(', ')} FROM found WHERE (SELECT whole FROM known) AND ${behind(keyNames)}
        UNION ALL (
          SELECT ${keyColumns} FROM ${from} WHERE NOT (SELECT whole FROM known) AND ${where} AND ${behind(keys)}
          ORDER BY ${orderOf(keys)} LIMIT ${limit}
        )
      ) k ON k.${keyNames.at(-1)} = ${id}`,
      where: recheckCondition,
      keys: keyNames.map((name) => `k.${name}`),
    };
  };
