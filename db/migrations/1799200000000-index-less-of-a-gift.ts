import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A gift that is paid is written again in each of its indexes. Those of what few gifts have hold only those few: an
 * imported one its reference, a monthly one its invoice, one with an address its donor.
 */
export class IndexLessOfAGift1799200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE fundraising.gift DROP CONSTRAINT gift_external_ref_key, DROP CONSTRAINT gift_invoice_id_key;
      CREATE UNIQUE INDEX gift_external_ref_key ON fundraising.gift (external_ref) WHERE external_ref IS NOT NULL;
      CREATE UNIQUE INDEX gift_invoice_id_key ON fundraising.gift (invoice_id) WHERE invoice_id IS NOT NULL;
      DROP INDEX fundraising.gift_by_donor;
      CREATE INDEX gift_by_donor ON fundraising.gift (donor_id, created_at DESC, id DESC) WHERE donor_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX fundraising.gift_external_ref_key, fundraising.gift_invoice_id_key, fundraising.gift_by_donor;
      ALTER TABLE fundraising.gift ADD UNIQUE (external_ref), ADD UNIQUE (invoice_id);
      CREATE INDEX gift_by_donor ON fundraising.gift (donor_id, created_at DESC, id DESC);
    `);
  }
}
