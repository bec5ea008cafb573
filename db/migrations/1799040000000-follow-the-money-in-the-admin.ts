import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Gifts are listed by the day that is shown of them; the receipt of a transfer can come after the transfer. */
export class FollowTheMoneyInTheAdmin1799040000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX fundraising.gift_by_time, fundraising.gift_by_status, fundraising.gift_of_campaign;
      CREATE INDEX gift_by_time ON fundraising.gift (coalesce(paid_at, created_at) DESC, id DESC);
      CREATE INDEX gift_by_status ON fundraising.gift (status, coalesce(paid_at, created_at) DESC, id DESC);
      CREATE INDEX gift_of_campaign ON fundraising.gift (campaign_id, coalesce(paid_at, created_at) DESC, id DESC);

      ALTER TABLE fundraising.disbursement
        ADD COLUMN evidence_added_by uuid REFERENCES identity.account,
        ADD COLUMN evidence_added_at timestamptz,
        ADD CONSTRAINT evidence_added CHECK (
          (evidence_added_by IS NULL) = (evidence_added_at IS NULL) AND (evidence_added_by IS NULL OR evidence_file_id IS NOT NULL)
        );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE fundraising.disbursement DROP COLUMN evidence_added_by, DROP COLUMN evidence_added_at;
      DROP INDEX fundraising.gift_by_time, fundraising.gift_by_status, fundraising.gift_of_campaign;
      CREATE INDEX gift_by_time ON fundraising.gift (created_at DESC, id DESC);
      CREATE INDEX gift_by_status ON fundraising.gift (status, created_at DESC, id DESC);
      CREATE INDEX gift_of_campaign ON fundraising.gift (campaign_id, created_at DESC, id DESC);
    `);
  }
}
