import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlText } from '../sql-source.js';

/** What the search of the site finds: each table keeps the words of its own rows (docs/decisions/search.md). */
export class SearchTheSite1799870030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TEXT SEARCH CONFIGURATION platform.english (COPY = pg_catalog.english);
      ALTER TEXT SEARCH CONFIGURATION platform.english
        ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, pg_catalog.english_stem;
      CREATE TEXT SEARCH CONFIGURATION platform.spanish (COPY = pg_catalog.spanish);
      ALTER TEXT SEARCH CONFIGURATION platform.spanish
        ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, pg_catalog.spanish_stem;
    `);
    await runner.query(sqlText('functions/platform/search_vector.sql'));
    for (const { table, vector, name } of searched) {
      const [, index] = table.split('.');
      await runner.query(`
        ALTER TABLE ${table} ADD COLUMN search_vector tsvector NOT NULL GENERATED ALWAYS AS (${vector}) STORED;
        CREATE INDEX ${index}_search_vector ON ${table} USING gin (search_vector);
        -- The second net, for words that were mistyped.
        CREATE INDEX ${index}_search_name ON ${table} USING gin (platform.fold(${name}) gin_trgm_ops);
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table } of searched) {
      const [schema, index] = table.split('.');
      await runner.query(`
        DROP INDEX ${schema}.${index}_search_name;
        ALTER TABLE ${table} DROP COLUMN search_vector;
      `);
    }
    await runner.query(`
      DROP FUNCTION platform.search_vector(text, text, text, text);
      DROP TEXT SEARCH CONFIGURATION platform.english;
      DROP TEXT SEARCH CONFIGURATION platform.spanish;
    `);
  }
}

/** Nothing that can be kept confidential is in it: the address, the city and the hours of a service are left out. */
const searched = [
  {
    table: 'events.event',
    vector: `platform.search_vector(NULL, title, summary || ' ' || coalesce(place, ''), description)`,
    name: 'title',
  },
  {
    table: 'fundraising.campaign',
    vector: `platform.search_vector(language, title, summary || ' ' || organizer_name, story)`,
    name: 'title',
  },
  {
    table: 'opportunities.opportunity',
    vector: 'platform.search_vector(language, title, place, description)',
    name: 'title',
  },
  { table: 'learning.article_text', vector: 'platform.search_vector(locale, title, summary, body)', name: 'title' },
  {
    table: 'learning.service',
    vector: `platform.search_vector('en', name, area || ' ' || eligibility, description)
      || platform.search_vector('es', name, area_es || ' ' || eligibility_es, description_es)`,
    name: 'name',
  },
  { table: 'learning.organization', vector: `platform.search_vector(NULL, name, '', '')`, name: 'name' },
  { table: 'identity.chapter', vector: `platform.search_vector(NULL, name, city, '')`, name: 'name' },
] as const;
