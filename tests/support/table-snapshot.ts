import type pg from 'pg';
import type { TestApp } from './app.js';
import { connectAsSuperuser } from './tampering.js';

/** A snapshot of some schemas' tables to restore repeatedly, which is faster than new databases. */
export class TableSnapshot {
  private constructor(
    private readonly db: pg.Client,
    private readonly names: readonly string[],
  ) {}

  static async take(app: Pick<TestApp, 'config'>, schemas: readonly string[]): Promise<TableSnapshot> {
    const db = await connectAsSuperuser(app);
    const { rows: tables } = await db.query<{ name: string; copy: string; columns: string }>(
      `SELECT format('%I.%I', c.table_schema, c.table_name) AS name, format('kept.%I', c.table_schema || '_' || c.table_name) AS copy,
         string_agg(quote_ident(c.column_name), ', ' ORDER BY c.ordinal_position) FILTER (WHERE c.is_generated = 'NEVER') AS columns
       FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = ANY ($1) AND t.table_type = 'BASE TABLE'
       GROUP BY c.table_schema, c.table_name ORDER BY 1`,
      [schemas],
    );
    await db.query('CREATE SCHEMA kept');
    for (const { name, copy } of tables) await db.query(`CREATE TABLE ${copy} AS TABLE ${name}`);
    // Disables triggers and foreign keys: restored rows were valid in the snapshot.
    await db.query('SET session_replication_role = replica');
    const statements = tables.map(
      ({ name, copy, columns }) =>
        `DELETE FROM ${name}; INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM ${copy};`,
    );
    // A function is planned once, not on every restore.
    await db.query(
      `CREATE FUNCTION kept.go_back() RETURNS void LANGUAGE plpgsql AS $$ BEGIN ${statements.join(' ')} END $$`,
    );
    return new TableSnapshot(
      db,
      tables.map(({ name }) => name),
    );
  }

  async restoreSnapshot(): Promise<void> {
    await this.db.query('SELECT kept.go_back()');
  }

  /** Vacuums deleted rows, which would slow down later reads. */
  async deleteNewRows(): Promise<void> {
    for (const name of this.names) await this.db.query(`VACUUM ${name}`);
  }

  async close(): Promise<void> {
    await this.db.end();
  }
}

/**
 * Restores these tables and the clock before each test to the state after the file's own `beforeAll`. Call it after
 * that `beforeAll` and before the `afterAll` that closes the app.
 */
export function restoreBeforeEach(app: () => TestApp, schemas: readonly string[], at?: string | Date): void {
  let snapshot: TableSnapshot;
  beforeAll(async () => {
    snapshot = await TableSnapshot.take(app(), schemas);
  });
  beforeEach(async () => {
    await snapshot.restoreSnapshot();
    if (at !== undefined) app().clock.set(at);
  });
  afterAll(() => snapshot.close());
}
