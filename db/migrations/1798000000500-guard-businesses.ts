import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the database itself does not let happen to a business, whoever asks. */
export class GuardBusinesses1798000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A business begins as submitted, and goes from state to state by the steps there are.
      CREATE FUNCTION opportunities.keep_to_business_steps() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' AND NEW.status <> 'submitted' OR TG_OP = 'UPDATE' AND NOT EXISTS (
          SELECT FROM opportunities.business_step s WHERE s.from_status = OLD.status AND s.to_status = NEW.status
        ) THEN
          RAISE EXCEPTION 'A business does not become % like this.', NEW.status
            USING ERRCODE = 'check_violation', CONSTRAINT = 'business_step';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER business_begins BEFORE INSERT ON opportunities.business FOR EACH ROW
        EXECUTE FUNCTION opportunities.keep_to_business_steps();
      CREATE TRIGGER business_keeps_to_steps BEFORE UPDATE OF status ON opportunities.business FOR EACH ROW
        WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION opportunities.keep_to_business_steps();

      -- Nothing is approved, nor for longer, without the yes of two different people in this very round.
      CREATE FUNCTION opportunities.two_people() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT count(*) FROM opportunities.approvals_of(NEW.id, NEW.round)) < 2 THEN
          RAISE EXCEPTION 'A business is approved by two different people.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'business_two_people';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER business_two_people BEFORE UPDATE OF status, approved_until ON opportunities.business FOR EACH ROW
        WHEN (NEW.status = 'approved'
          AND (OLD.status <> 'approved' OR OLD.approved_until IS DISTINCT FROM NEW.approved_until))
        EXECUTE FUNCTION opportunities.two_people();

      -- Nor without the register, the mail to its own domain and the call back.
      CREATE FUNCTION opportunities.three_looks() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT opportunities.evidence_done(NEW.id, NEW.evidence_since) @> ARRAY['registry', 'domain_mail', 'call_back'] THEN
          RAISE EXCEPTION 'A business is approved once all the evidence is there.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'business_evidence';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER business_three_looks BEFORE UPDATE OF status, approved_until ON opportunities.business FOR EACH ROW
        WHEN (NEW.status = 'approved'
          AND (OLD.status <> 'approved' OR OLD.approved_until IS DISTINCT FROM NEW.approved_until))
        EXECUTE FUNCTION opportunities.three_looks();

      -- Whoever approves is staff, does not act for the business, and means this round.
      CREATE FUNCTION opportunities.staff_of_another_house() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (
          SELECT FROM identity."grant" g WHERE g.account_id = NEW.account_id AND g.role IN ('moderator', 'admin')
        ) OR EXISTS (
          SELECT FROM opportunities.member m WHERE m.business_id = NEW.business_id AND m.account_id = NEW.account_id
        ) OR NOT EXISTS (
          SELECT FROM opportunities.business b WHERE b.id = NEW.business_id AND b.round = NEW.round
        ) THEN
          RAISE EXCEPTION 'A business is approved by staff who do not act for it, in its round.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'approval_by_staff';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER approval_by_staff BEFORE INSERT ON opportunities.approval FOR EACH ROW
        EXECUTE FUNCTION opportunities.staff_of_another_house();

      -- What was looked at, decided and done stays written down; only who it was may be forgotten with their account.
      CREATE FUNCTION opportunities.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'recorded_by' - 'actor_id' = to_jsonb(OLD) - 'recorded_by' - 'actor_id'
          AND coalesce(to_jsonb(NEW) ->> 'recorded_by', to_jsonb(NEW) ->> 'actor_id') IS NULL
        THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'Rows of % stay as they are.', TG_TABLE_NAME
          USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'append_only';
      END $$;
      CREATE TRIGGER approval_stays BEFORE UPDATE OR DELETE ON opportunities.approval FOR EACH ROW
        EXECUTE FUNCTION opportunities.refuse_change();
      CREATE TRIGGER evidence_stays BEFORE UPDATE OR DELETE ON opportunities.evidence FOR EACH ROW
        EXECUTE FUNCTION opportunities.refuse_change();
      CREATE TRIGGER business_event_stays BEFORE UPDATE OR DELETE ON opportunities.business_event FOR EACH ROW
        EXECUTE FUNCTION opportunities.refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION opportunities.keep_to_business_steps, opportunities.two_people, opportunities.three_looks,
        opportunities.staff_of_another_house, opportunities.refuse_change CASCADE;
    `);
  }
}
