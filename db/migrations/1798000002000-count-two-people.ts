import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Wherever money leaves or a business is approved, two accounts of one hand are not two people. */
export class CountTwoPeople1798000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION fundraising.two_people() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        asked uuid := coalesce(to_jsonb(NEW) ->> 'requested_by', to_jsonb(NEW) ->> 'recorded_by')::uuid;
      BEGIN
        -- One person twice is refused by the constraint of the table.
        IF asked <> NEW.decided_by AND NOT coalesce(identity.are_two_people(asked, NEW.decided_by, NEW.decided_at), false) THEN
          RAISE EXCEPTION 'Money leaves when two people agree.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'money_two_people';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refund_two_people BEFORE INSERT OR UPDATE OF status, decided_by ON fundraising.refund
        FOR EACH ROW WHEN (NEW.decided_by IS NOT NULL AND NEW.status = 'requested')
        EXECUTE FUNCTION fundraising.two_people();
      CREATE TRIGGER disbursement_two_people BEFORE INSERT OR UPDATE OF status, decided_by ON fundraising.disbursement
        FOR EACH ROW WHEN (NEW.status = 'approved') EXECUTE FUNCTION fundraising.two_people();

      CREATE OR REPLACE FUNCTION opportunities.two_people() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (
          SELECT FROM opportunities.approvals_of(NEW.id, NEW.round) one
            JOIN opportunities.approvals_of(NEW.id, NEW.round) other ON one.account_id < other.account_id
          WHERE identity.are_two_people(one.account_id, other.account_id, greatest(one.approved_at, other.approved_at))
        ) THEN
          RAISE EXCEPTION 'A business is approved by two different people.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'business_two_people';
        END IF;
        RETURN NEW;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION fundraising.two_people CASCADE;
      CREATE OR REPLACE FUNCTION opportunities.two_people() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT count(*) FROM opportunities.approvals_of(NEW.id, NEW.round)) < 2 THEN
          RAISE EXCEPTION 'A business is approved by two different people.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'business_two_people';
        END IF;
        RETURN NEW;
      END $$;
    `);
  }
}
