import { personalTables, type DataSubject, type PersonalTable } from '@upstander/platform';

export const address = '$1::citext';
const time = '$2::timestamptz';

/**
 * Returns the SQL condition that row `t` belongs to a person. Null if none applies.
 * @throws If the table has no such subject: a misspelled one would give a column to everyone the row is about.
 */
export function personCondition(
  table: PersonalTable,
  addressSql: string = address,
  subject?: DataSubject,
): string | null {
  if (subject !== undefined && !(subject in table.of)) {
    throw new Error(`The table of ${table.noun} has no data subject "${subject}".`);
  }
  const conditions = Object.entries(table.of)
    .filter(([name, sql]) => sql !== null && (subject === undefined || name === subject))
    .map(([, sql]) => `(${sql!.replaceAll('$1', addressSql)})`);
  return conditions.length === 0 ? null : `(${conditions.join(' OR ')})`;
}

/** Tables whose rows can be found by address. */
export function tablesOfPeople(): Array<[name: string, table: PersonalTable, whose: string]> {
  return personalTables().flatMap(([name, table]) => {
    const personSql = personCondition(table);
    return personSql === null ? [] : [[name, table, personSql] as [string, PersonalTable, string]];
  });
}

export function countRows(): string {
  const counts = tablesOfPeople().map(
    ([name, { noun }, personSql]) =>
      `SELECT '${noun}' AS noun, count(*)::int AS count FROM ${name} t WHERE ${personSql}`,
  );
  return `SELECT c.noun, c.count FROM (${counts.join(' UNION ALL ')}) c WHERE c.count > 0`;
}

/** Omits other people's columns and secrets. */
export function exportQuery(name: string, table: PersonalTable, personSql: string): string | null {
  const columns = Object.entries(table.columns).flatMap(([column, { of: subjectName, withheld: withheldReason }]) => {
    if (withheldReason !== undefined) return [];
    const subjectSql = subjectName === undefined ? null : personCondition(table, address, subjectName);
    return [subjectSql === null ? `t.${column}` : `CASE WHEN ${subjectSql} THEN t.${column} END AS ${column}`];
  });
  if (columns.length === 0) return null;
  const extraColumns = Object.entries(table.also ?? {}).map(([alias, sql]) => `${sql} AS ${alias}`);
  const exclusionSql = table.exportExclusion ? ` AND NOT ${table.exportExclusion.sql}` : '';
  return `SELECT ${[...extraColumns, ...columns].join(', ')} FROM ${name} t WHERE ${personSql}${exclusionSql}`;
}

/** `$1` address, `$2` time. Empty if a library erases the table. */
export function erasureStatements(name: string, table: PersonalTable): string[] {
  if (table.erasure === 'none') return [];
  if (table.erasure === 'row') {
    const personSql = personCondition(table);
    return personSql === null ? [] : [`DELETE FROM ${name} t WHERE ${personSql} AND ${time} IS NOT NULL`];
  }
  return Object.keys(table.of).flatMap((subject, at) => {
    // The library erases the first subject's rows; other subjects lose only their columns.
    if (table.erasure === 'volunteer' && at === 0) return [];
    const personSql = personCondition(table, address, subject);
    if (personSql === null) return [];
    const sets = [...columnsOf(table, subject), ...(at === 0 ? setClausesOf(table) : [])];
    return sets.length === 0
      ? []
      : [`UPDATE ${name} t SET ${sets.join(', ')} WHERE ${personSql} AND ${time} IS NOT NULL`];
  });
}

/**
 * Locks every row an erasure changes, parents first. Waits for transactions that write to these rows or their children,
 * so their changes are erased too.
 */
export function rowLocks(): string[] {
  const { first, last } = tablesInErasureOrder();
  return [...last, ...first.reverse()].flatMap(([name, table]) => {
    const personSql = personCondition(table);
    return personSql === null ? [] : [`SELECT FROM ${name} t WHERE ${personSql} FOR UPDATE`];
  });
}

export function columnsOf(table: PersonalTable, subject?: DataSubject): string[] {
  return Object.entries(table.columns).flatMap(([column, { erased: erasedColumn, of: subjectName }]) =>
    erasedColumn.becomes === null || (subject !== undefined && subjectName !== undefined && subjectName !== subject)
      ? []
      : [`${column} = ${erasedColumn.becomes}`],
  );
}

export function setClausesOf(table: PersonalTable): string[] {
  return Object.entries(table.sets ?? {}).map(([column, sql]) => `${column} = ${sql.replaceAll('$2', time)}`);
}

/** Orders tables so that rows found through other tables are erased while those still hold the address. */
export function tablesInErasureOrder(): Record<'first' | 'last', Array<[string, PersonalTable]>> {
  const tables = personalTables().filter(([, { erasure }]) => erasure !== 'none');
  return {
    first: parentsFirst(tables.filter((one) => isFoundThrough(one, 'SELECT'))).reverse(),
    last: parentsFirst(tables.filter((one) => !isFoundThrough(one, 'SELECT'))),
  };
}

/** Puts each table after those through which its rows are found, for example the history of members after members. */
export function parentsFirst(tables: Array<[string, PersonalTable]>): Array<[string, PersonalTable]> {
  const ordered: Array<[string, PersonalTable]> = [];
  const visited = new Set<string>();
  const add = (table: [string, PersonalTable]) => {
    if (visited.has(table[0])) return;
    visited.add(table[0]);
    for (const other of tables) {
      if (isFoundThrough(table, `${other[0]} `) || other[1].lockedBefore === table[0]) add(other);
    }
    ordered.push(table);
  };
  tables.forEach(add);
  return ordered;
}

function isFoundThrough([, { of }]: [string, PersonalTable], text: string): boolean {
  return Object.values(of).some((sql) => sql?.includes(text) === true);
}
