import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the public sees of a donor's name: what they chose, and without a choice the first name and an initial. */
export class ShowDonorsAsChosen1799000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Gifts from before nobody was asked: their donors were told that the name is for the receipt.
      ALTER TABLE fundraising.gift ADD COLUMN shown_as text NOT NULL DEFAULT 'short_name'
        CHECK (shown_as IN ('full_name', 'short_name'));
      ALTER TABLE fundraising.plan ADD COLUMN shown_as text NOT NULL DEFAULT 'short_name'
        CHECK (shown_as IN ('full_name', 'short_name'));

      -- The only form of a donor's name that may leave for the public; null for nobody's. A name in which an address
      -- stands is nobody's either: it would advertise on a page of ours, and an address names more than a name.
      CREATE FUNCTION fundraising.public_name(name text, anonymous boolean, shown_as text) RETURNS text
        LANGUAGE sql IMMUTABLE AS $$
        SELECT CASE
          WHEN anonymous OR name ~ '[^[:space:]]@[^[:space:]]|://|[wW]{3}[.]|[[:alnum:]-][.][a-z]{2,}' THEN NULL
          WHEN shown_as = 'full_name' THEN name
          ELSE w.words[1] || CASE WHEN cardinality(w.words) > 1 AND w.words[cardinality(w.words)] ~ '^[[:alpha:]]'
            THEN ' ' || upper(left(w.words[cardinality(w.words)], 1)) || '.' ELSE '' END
        END
        FROM (SELECT regexp_split_to_array(btrim(name), '[[:space:]]+') AS words) w
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION fundraising.public_name;
      ALTER TABLE fundraising.plan DROP COLUMN shown_as;
      ALTER TABLE fundraising.gift DROP COLUMN shown_as;
    `);
  }
}
