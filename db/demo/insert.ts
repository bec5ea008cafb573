import type { Tx } from '@upstander/platform';

/**
 * One statement per table. Inserts the fields that the table has columns for: they are sent as JSON and converted by the
 * types of the columns.
 */
export async function insert(tx: Tx, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const found = await tx.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND attgenerated = ''`,
    [table],
  );
  const data = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([field, value]) => [toColumn(field), value as unknown])),
  );
  const columns = found.map(({ name }) => name).filter((name) => data.some((row) => name in row));
  await tx.query(
    `INSERT INTO ${table} (${columns.join(', ')})
     SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(data)],
  );
}

function toColumn(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
