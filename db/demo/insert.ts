import { fieldsOf, type Tx } from '@upstander/platform';

/** One statement per table: rows are sent as JSON and converted by the table's column types. */
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

export function insertAll(
  tx: Tx,
  model: abstract new () => object,
  table: string,
  rows: readonly object[],
): Promise<void> {
  const columns = fieldsOf(model).filter(({ column }) => column !== null);
  const known = columns.map(({ property }) => property).filter((property) => property in (rows[0] ?? {}));
  return insert(tx, table, rows, known);
}
