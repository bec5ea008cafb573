import { personalTables, type DataSubject, type PersonalTable } from '@upstander/platform';

/** Somebody's address as the one value of a statement. */
export const address = '$1::citext';
const time = '$2::timestamptz';

/** That a row `t` is somebody's: by any way that leads from an address to it, or by one. Null where none does. */
export function isOf(table: PersonalTable, whose: string = address, subject?: DataSubject): string | null {
  const ways = Object.entries(table.of)
    .filter(([name, sql]) => sql !== null && (subject === undefined || name === subject))
    .map(([, sql]) => `(${sql!.replaceAll('$1', whose)})`);
  return ways.length === 0 ? null : `(${ways.join(' OR ')})`;
}

/** The tables that an address leads to. */
export function reachable(): Array<[name: string, table: PersonalTable, whose: string]> {
  return personalTables().flatMap(([name, table]) => {
    const whose = isOf(table);
    return whose === null ? [] : [[name, table, whose] as [string, PersonalTable, string]];
  });
}

/** How many rows of each noun are somebody's, in one statement: `noun`, `count`. */
export function countRows(): string {
  const counts = reachable().map(
    ([name, { noun }, whose]) => `SELECT '${noun}' AS noun, count(*)::int AS count FROM ${name} t WHERE ${whose}`,
  );
  return `SELECT c.noun, c.count FROM (${counts.join(' UNION ALL ')}) c WHERE c.count > 0`;
}

/** What somebody takes along of a table: nothing of anybody else in the same row, and nothing that opens something. */
export function takenAlong(name: string, table: PersonalTable, whose: string): string | null {
  const columns = Object.entries(table.columns).flatMap(([column, { of, withheld }]) => {
    if (withheld !== undefined) return [];
    const theirs = of === undefined ? null : isOf(table, address, of);
    return [theirs === null ? `t.${column}` : `CASE WHEN ${theirs} THEN t.${column} END AS ${column}`];
  });
  if (columns.length === 0) return null;
  const also = Object.entries(table.also ?? {}).map(([as, sql]) => `${sql} AS ${as}`);
  const without = table.without ? ` AND NOT ${table.without.sql}` : '';
  return `SELECT ${[...also, ...columns].join(', ')} FROM ${name} t WHERE ${whose}${without}`;
}

/** What an erasure does to a table: `$1` is the address, `$2` the time. Nothing where a verb of a library does it. */
export function erasures(name: string, table: PersonalTable): string[] {
  if (table.erasure === 'none') return [];
  if (table.erasure === 'row') {
    const whose = isOf(table);
    return whose === null ? [] : [`DELETE FROM ${name} t WHERE ${whose} AND ${time} IS NOT NULL`];
  }
  return Object.keys(table.of).flatMap((subject, at) => {
    // The verb of a library erases whom its table is about first; of the others only their columns go.
    if (table.erasure === 'volunteer' && at === 0) return [];
    const whose = isOf(table, address, subject);
    if (whose === null) return [];
    const sets = [...columnsOf(table, subject), ...(at === 0 ? setsOf(table) : [])];
    return sets.length === 0 ? [] : [`UPDATE ${name} t SET ${sets.join(', ')} WHERE ${whose} AND ${time} IS NOT NULL`];
  });
}

/**
 * Locks every row that an erasure changes, those first that others hang on: whoever is writing to them or beside them is
 * waited for, and what they wrote is there to be erased.
 */
export function rowLocks(): string[] {
  const { first, last } = inOrderOfErasure();
  return [...last, ...first].flatMap(([name, table]) => {
    const whose = isOf(table);
    return whose === null ? [] : [`SELECT FROM ${name} t WHERE ${whose} FOR UPDATE`];
  });
}

/** What makes a row of nobody, as assignments; of one subject, or of all. */
export function columnsOf(table: PersonalTable, subject?: DataSubject): string[] {
  return Object.entries(table.columns).flatMap(([column, { erased, of }]) =>
    erased.becomes === null || (subject !== undefined && of !== undefined && of !== subject)
      ? []
      : [`${column} = ${erased.becomes}`],
  );
}

export function setsOf(table: PersonalTable): string[] {
  return Object.entries(table.sets ?? {}).map(([column, sql]) => `${column} = ${sql.replaceAll('$2', time)}`);
}

/** Rows that are found through others come first: what leads to them still has its address. */
export function inOrderOfErasure(): Record<'first' | 'last', Array<[string, PersonalTable]>> {
  const tables = personalTables().filter(([, { erasure }]) => erasure !== 'none');
  const isFoundThroughOthers = ([, { of }]: [string, PersonalTable]) =>
    Object.values(of).some((sql) => sql?.includes('SELECT') === true);
  return {
    first: tables.filter(isFoundThroughOthers),
    last: tables.filter((one) => !isFoundThroughOthers(one)),
  };
}
