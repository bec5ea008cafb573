import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tables, tableNames } from './sealed-tables.js';

/**
 * The sealed zone: who applied, who asked for help, what was said. The schema is made beforehand, by the owner who
 * runs this; the role of the app cannot enter it. Texts are ciphertexts (bytea), bound to their table, column and row.
 *
 * Row-level security is forced even on the owner: a connection sees rows only after it has said, for this transaction,
 * who reads, and then only what the policies for this reader allow (db/policies/sealed).
 */
export class CreateSealed1797000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    for (const table of tableNames) {
      await runner.query(`ALTER TABLE sealed.${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${tableNames.map((table) => `sealed.${table}`).join(', ')};`);
  }
}
