import type { MigrationInterface, QueryRunner } from 'typeorm';
import { eyes } from './sealed-eyes.js';
import { guards } from './sealed-guards.js';
import { policies } from './sealed-policies.js';
import { tables, tableNames } from './sealed-tables.js';

/**
 * The sealed zone: who applied, who asked for help, what was said. The schema is made beforehand, by the owner who
 * runs this; the role of the app cannot enter it. Texts are ciphertexts (bytea), bound to their table, column and row.
 *
 * Row-level security is forced even on the owner: a connection sees rows only after it has said, for this transaction,
 * whose eyes it lends, and then only what the policies of those eyes allow.
 */
export class CreateSealed1797000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(eyes);
    await runner.query(tables);
    await runner.query(guards);
    for (const table of tableNames) {
      await runner.query(`ALTER TABLE sealed.${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;`);
    }
    for (const { name, table, command, to, when, check } of policies) {
      const using = command === 'INSERT' ? '' : ` USING ((${to}) AND (${when}))`;
      const allowed = command === 'INSERT' || check ? ` WITH CHECK ((${to}) AND (${check ?? when}))` : '';
      await runner.query(`CREATE POLICY ${name} ON sealed.${table} FOR ${command}${using}${allowed};`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${tableNames.map((table) => `sealed.${table}`).join(', ')};`);
    await runner.query(`
      DROP FUNCTION sealed.refuse_change, sealed.change_only, sealed.consent_goes_forward, sealed.needs_live_consent,
        sealed.reader, sealed.subject, sealed.actor, sealed.job, sealed.code, sealed.moment;
    `);
  }
}
