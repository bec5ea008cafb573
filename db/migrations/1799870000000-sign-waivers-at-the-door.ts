import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Waivers that are signed on the device of whoever stands at the door, and people who say there that they are under 18. */
export class SignWaiversAtTheDoor1799870000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE events.signup ADD COLUMN said_minor boolean NOT NULL DEFAULT false;

      ALTER TABLE volunteers.credential
        -- Strokes in a box of 600 by 200, as the path of an SVG: M and l with whole numbers, and nothing else.
        ADD COLUMN signature text
          CHECK (length(signature) <= 6000 AND signature ~ '^(M[0-9]{1,3} [0-9]{1,3}(l-?[0-9]{1,3} -?[0-9]{1,3})+)+$'),
        ADD COLUMN guardian_relation text CHECK (guardian_relation IN ('parent', 'legal_guardian')),
        -- The account on whose device it was signed.
        ADD COLUMN witnessed_by uuid REFERENCES identity.account ON DELETE SET NULL,
        -- The sign-up at whose door it was signed: it counts there in any case.
        ADD COLUMN signup_id uuid REFERENCES events.signup ON DELETE SET NULL,
        -- False as long as nobody has confirmed the address of that sign-up: elsewhere it does not count.
        ADD COLUMN address_confirmed boolean NOT NULL DEFAULT true,
        ADD CHECK (signature IS NULL OR (kind = 'waiver' AND signed_at IS NOT NULL));
      CREATE INDEX credential_signed_at_door ON volunteers.credential (signup_id, type_id) WHERE signup_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE volunteers.credential DROP COLUMN signature, DROP COLUMN guardian_relation, DROP COLUMN witnessed_by,
        DROP COLUMN signup_id, DROP COLUMN address_confirmed;
      ALTER TABLE events.signup DROP COLUMN said_minor;
    `);
  }
}
