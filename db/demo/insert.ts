import type { Tx } from '@upstander/platform';

/** One statement a table: the rows as JSON, read back by the table's own column types. */
export async function insert(tx: Tx, table: string, rows: readonly object[], fields: readonly string[]): Promise<void> {
  const columns = fields.map((field) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  const data = rows.map((row) =>
    Object.fromEntries(fields.map((field, i) => [columns[i], (row as Record<string, unknown>)[field]])),
  );
  await tx.query(
    `INSERT INTO ${table} (${columns.join(', ')})
     SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(data)],
  );
}
