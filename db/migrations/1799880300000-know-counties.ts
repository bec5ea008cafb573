import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds the states and counties that services cover, and the counties of ZIP codes. */
export class KnowCounties1799880300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- 'US', a state ('06') or a county ('06037') by its FIPS code. Filled from db/content/us-places.txt.br.
      CREATE TABLE platform.area (
        code text PRIMARY KEY CHECK (code ~ '^(US|[0-9]{2}|[0-9]{5})$'),
        name text NOT NULL CHECK (name <> ''),
        -- Postal abbreviation of the state; null for the whole country.
        state text CHECK (state ~ '^[A-Z]{2}$'),
        label text NOT NULL GENERATED ALWAYS AS (CASE WHEN length(code) = 5 THEN name || ', ' || state ELSE name END) STORED,
        search_text text NOT NULL GENERATED ALWAYS AS (platform.fold(
          CASE WHEN state IS NULL THEN name ELSE name || ' ' || state END)) STORED
      );
      ALTER TABLE platform.postcode ADD COLUMN counties text[] NOT NULL DEFAULT '{}';

      -- The last written version of data that ships with a release.
      CREATE TABLE platform.shipped_data (
        name text PRIMARY KEY,
        version text NOT NULL
      );

      ALTER TABLE learning.service ADD COLUMN served_areas text[] NOT NULL DEFAULT '{}'
        CONSTRAINT service_served_areas
        CHECK (array_to_string(served_areas, ' ') ~ '^((US|[0-9]{2}|[0-9]{5})( (?=.)|$))*$');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE learning.service DROP COLUMN served_areas;
      DROP TABLE platform.shipped_data;
      ALTER TABLE platform.postcode DROP COLUMN counties;
      DROP TABLE platform.area;
    `);
  }
}
