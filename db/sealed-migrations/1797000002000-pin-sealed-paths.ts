import type { MigrationInterface, QueryRunner } from 'typeorm';

const guards = ['refuse_change', 'change_only', 'consent_goes_forward', 'needs_live_consent'];

/** What the guards call is PostgreSQL's own, whatever path the connection has that sets them off. */
export class PinSealedPaths1797000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of guards)
      await runner.query(`ALTER FUNCTION sealed.${name}() SET search_path = pg_catalog, pg_temp;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of guards) await runner.query(`ALTER FUNCTION sealed.${name}() RESET search_path;`);
  }
}
