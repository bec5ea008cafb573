import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles that open money or the sealed zone are given by two people, and who counts as two is a question of its own. */
export class GuardPowerfulRoles1795000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.account
        ADD created_by uuid REFERENCES identity.account ON DELETE SET NULL,
        -- Whoever runs the server says at the command line that this is a person of their own.
        ADD vouched_at timestamptz,
        -- That the second step is to be forgotten: when it was asked for, when it happens, and who asked.
        ADD totp_reset_requested_at timestamptz,
        ADD totp_reset_at timestamptz,
        ADD totp_reset_by uuid REFERENCES identity.account ON DELETE SET NULL;
      ALTER TABLE identity.session ADD second_step_at timestamptz;

      CREATE TABLE identity.role_request (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        role text NOT NULL,
        chapter_id uuid REFERENCES identity.chapter ON DELETE CASCADE,
        status text NOT NULL,
        requested_by uuid REFERENCES identity.account ON DELETE SET NULL,
        requested_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        approved_by uuid REFERENCES identity.account ON DELETE SET NULL,
        approved_at timestamptz,
        begins_at timestamptz,
        begun_at timestamptz,
        ended_by uuid REFERENCES identity.account ON DELETE SET NULL,
        ended_at timestamptz,
        CONSTRAINT role_request_role CHECK (role IN ('admin', 'advocate', 'finance', 'moderator')),
        CONSTRAINT role_request_status
          CHECK (status IN ('requested', 'approved', 'active', 'rejected', 'expired', 'revoked')),
        CONSTRAINT role_request_second_person CHECK (approved_by <> requested_by AND approved_by <> account_id),
        CONSTRAINT role_request_approved CHECK ((approved_at IS NULL) = (begins_at IS NULL)),
        CONSTRAINT role_request_waits CHECK (begun_at >= begins_at)
      );
      CREATE UNIQUE INDEX role_request_open ON identity.role_request (account_id, role, chapter_id)
        NULLS NOT DISTINCT WHERE status IN ('requested', 'approved');
      CREATE INDEX role_request_by_time ON identity.role_request (requested_at);

      CREATE TABLE identity.role_request_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        request_id uuid NOT NULL REFERENCES identity.role_request ON DELETE CASCADE,
        status text NOT NULL,
        -- Null for the calendar, or for somebody whose account is gone.
        by_account_id uuid REFERENCES identity.account ON DELETE SET NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX role_request_change_by_request ON identity.role_request_change (request_id, id);

      ALTER TABLE identity."grant"
        ADD granted_by uuid REFERENCES identity.account ON DELETE SET NULL,
        ADD request_id uuid REFERENCES identity.role_request ON DELETE SET NULL,
        ADD by_command_line boolean NOT NULL DEFAULT false;

      -- What somebody is to be told about an account; a job makes mails of it.
      CREATE TABLE identity.notice (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL,
        recipient_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        by_account_id uuid REFERENCES identity.account ON DELETE SET NULL,
        role text,
        chapter_id uuid REFERENCES identity.chapter ON DELETE CASCADE,
        -- When what it tells of begins, where that is later.
        begins_at timestamptz,
        created_at timestamptz NOT NULL,
        mailed_at timestamptz
      );
      CREATE INDEX notice_to_mail ON identity.notice (created_at) WHERE mailed_at IS NULL;

      -- Whether two accounts are two people as far as a database can tell: neither is new, and neither was made or
      -- given its power by the other, nor both by one hand, a short while ago. The days are settings of the program,
      -- said in each transaction that asks (TwoPeople); where nobody says them, these stand.
      CREATE FUNCTION identity.counts_as_person(who uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (
          SELECT FROM identity.account a WHERE a.id = who AND a.disabled_at IS NULL
            AND (a.vouched_at IS NOT NULL OR a.created_at <= at
              - make_interval(days => coalesce(nullif(current_setting('upstander.account_age_days', true), ''), '7')::int))
        )
      $$;
      CREATE FUNCTION identity.are_of_one_hand(one uuid, other uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE
      AS $$
        SELECT EXISTS (
          SELECT FROM identity.account a JOIN identity.account b ON a.id <> b.id
            CROSS JOIN (SELECT at - make_interval(days =>
              coalesce(nullif(current_setting('upstander.made_by_days', true), ''), '30')::int) AS since) recent
          WHERE a.id IN (one, other) AND b.id IN (one, other) AND a.vouched_at IS NULL AND (
            a.created_by = b.id AND a.created_at > since
            OR a.created_by = b.created_by AND b.vouched_at IS NULL AND a.created_at > since AND b.created_at > since
            OR EXISTS (
              SELECT FROM identity."grant" g WHERE g.account_id = a.id AND g.granted_by = b.id AND g.created_at > since
                AND g.role IN ('admin', 'advocate', 'finance', 'moderator')
            )
          )
        )
      $$;
      CREATE FUNCTION identity.are_two_people(one uuid, other uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT one <> other AND identity.counts_as_person(one, at) AND identity.counts_as_person(other, at)
          AND NOT identity.are_of_one_hand(one, other, at)
      $$;

      -- A request goes from state to state by the steps there are, and is approved by somebody else who holds the role.
      CREATE FUNCTION identity.keep_role_request() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' AND NEW.status <> 'requested' OR TG_OP = 'UPDATE' AND (OLD.status, NEW.status) NOT IN (
          ('requested', 'approved'), ('requested', 'rejected'), ('requested', 'expired'),
          ('approved', 'active'), ('approved', 'rejected'), ('approved', 'expired'), ('active', 'revoked')
        ) THEN
          RAISE EXCEPTION 'A request does not become % like this.', NEW.status
            USING ERRCODE = 'check_violation', CONSTRAINT = 'role_request_step';
        END IF;
        IF TG_OP = 'UPDATE' AND (NEW.account_id, NEW.role, NEW.chapter_id) IS DISTINCT FROM
          (OLD.account_id, OLD.role, OLD.chapter_id)
        THEN
          RAISE EXCEPTION 'A request stays for whom and what it was made.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'role_request_subject';
        END IF;
        IF NEW.status = 'approved' AND NOT (
          EXISTS (
            SELECT FROM identity."grant" g WHERE g.account_id = NEW.approved_by AND g.role = NEW.role
              AND (g.chapter_id IS NULL OR g.chapter_id = NEW.chapter_id)
          )
          AND coalesce(identity.are_two_people(NEW.requested_by, NEW.approved_by, NEW.approved_at), false)
          AND NOT identity.are_of_one_hand(NEW.account_id, NEW.approved_by, NEW.approved_at)
        ) THEN
          RAISE EXCEPTION 'A powerful role is given by two people, the second one of those who hold it.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'role_request_two_people';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER role_request_keeps BEFORE INSERT OR UPDATE OF status, account_id, role, chapter_id
        ON identity.role_request FOR EACH ROW EXECUTE FUNCTION identity.keep_role_request();

      CREATE FUNCTION identity.note_role_request() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO identity.role_request_change (request_id, status, by_account_id, at) VALUES (NEW.id, NEW.status,
          CASE NEW.status WHEN 'requested' THEN NEW.requested_by WHEN 'approved' THEN NEW.approved_by
            WHEN 'active' THEN NULL ELSE NEW.ended_by END,
          CASE NEW.status WHEN 'requested' THEN NEW.requested_at WHEN 'approved' THEN NEW.approved_at
            WHEN 'active' THEN NEW.begun_at ELSE NEW.ended_at END);
        RETURN NULL;
      END $$;
      CREATE TRIGGER role_request_noted AFTER INSERT OR UPDATE OF status ON identity.role_request FOR EACH ROW
        EXECUTE FUNCTION identity.note_role_request();

      CREATE FUNCTION identity.keep_role_request_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF to_jsonb(NEW) - 'by_account_id' = to_jsonb(OLD) - 'by_account_id' AND NEW.by_account_id IS NULL THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'Rows of % stay as they are.', TG_TABLE_NAME
          USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'append_only';
      END $$;
      CREATE TRIGGER role_request_change_stays BEFORE UPDATE ON identity.role_request_change FOR EACH ROW
        EXECUTE FUNCTION identity.keep_role_request_change();

      -- The grant itself: of a powerful role only what two people agreed on, or what the command line gave.
      CREATE FUNCTION identity.keep_powerful_grant() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT NEW.by_command_line AND NOT EXISTS (
          SELECT FROM identity.role_request r WHERE r.id = NEW.request_id AND r.status = 'active'
            AND r.account_id = NEW.account_id AND r.role = NEW.role AND r.chapter_id IS NOT DISTINCT FROM NEW.chapter_id
        ) THEN
          RAISE EXCEPTION 'The role % is given by two people.', NEW.role
            USING ERRCODE = 'check_violation', CONSTRAINT = 'grant_two_people';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER grant_two_people BEFORE INSERT OR UPDATE OF account_id, role, chapter_id ON identity."grant"
        FOR EACH ROW WHEN (NEW.role IN ('admin', 'advocate', 'finance', 'moderator'))
        EXECUTE FUNCTION identity.keep_powerful_grant();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION identity.keep_powerful_grant, identity.keep_role_request_change, identity.note_role_request,
        identity.keep_role_request, identity.are_two_people, identity.are_of_one_hand, identity.counts_as_person CASCADE;
      DROP TABLE identity.notice;
      ALTER TABLE identity."grant" DROP by_command_line, DROP request_id, DROP granted_by;
      DROP TABLE identity.role_request_change, identity.role_request;
      ALTER TABLE identity.session DROP second_step_at;
      ALTER TABLE identity.account DROP totp_reset_by, DROP totp_reset_at, DROP totp_reset_requested_at,
        DROP vouched_at, DROP created_by;
    `);
  }
}
