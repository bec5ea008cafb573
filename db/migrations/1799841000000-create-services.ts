import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who helps near somebody: organizations and their services, in the words of HSDS 3 (docs/decisions/service-directory.md). */
export class CreateServices1799841000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE learning.organization (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL CHECK (name <> ''),
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX organization_once ON learning.organization (platform.fold(name));

      -- A service at one place; where it is offered at two, it stands here twice.
      CREATE TABLE learning.service (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organization_id uuid NOT NULL REFERENCES learning.organization,
        slug text NOT NULL CONSTRAINT service_slug_once UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        name text NOT NULL CHECK (name <> ''),
        needs text[] NOT NULL CHECK (cardinality(needs) > 0 AND needs <@ ARRAY['safety', 'shelter', 'legal', 'immigration',
          'health', 'counseling', 'food', 'work', 'children', 'money']),
        description text NOT NULL CHECK (description <> ''),
        description_es text NOT NULL DEFAULT '',
        eligibility text NOT NULL DEFAULT '',
        eligibility_es text NOT NULL DEFAULT '',
        fees text NOT NULL DEFAULT '',
        fees_es text NOT NULL DEFAULT '',
        languages text[] NOT NULL DEFAULT '{}',
        address text NOT NULL DEFAULT '',
        city text NOT NULL DEFAULT '',
        region text NOT NULL DEFAULT '',
        postcode text NOT NULL DEFAULT '',
        phone text CHECK (phone ~ '^\\+[1-9][0-9]{6,14}$'),
        email citext,
        url text CHECK (url ~ '^https?://'),
        schedule text NOT NULL DEFAULT '',
        schedule_es text NOT NULL DEFAULT '',
        area text NOT NULL DEFAULT '',
        area_es text NOT NULL DEFAULT '',
        -- From where distances are counted: never the postcode of a place that is kept confidential.
        search_postcode text CHECK (search_postcode <> ''),
        kept_confidential text[] NOT NULL DEFAULT '{}'
          CHECK (kept_confidential <@ ARRAY['address', 'city', 'phone', 'email', 'url', 'schedule']),
        made_up boolean NOT NULL DEFAULT false,
        published boolean NOT NULL DEFAULT false,
        assured_on date NOT NULL,
        assure_by date NOT NULL,
        assured_by uuid REFERENCES identity.account ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        -- What people may look for: nothing that can be kept confidential is in it.
        search_text text NOT NULL GENERATED ALWAYS AS (platform.fold(name || ' ' || description || ' ' || description_es
          || ' ' || area || ' ' || area_es)) STORED,
        sort_name text NOT NULL GENERATED ALWAYS AS (left(platform.fold(name), 80)) STORED,
        CONSTRAINT service_days CHECK (assure_by > assured_on),
        CONSTRAINT service_place_kept CHECK (NOT kept_confidential @> '{address}' OR search_postcode IS DISTINCT FROM postcode)
      );
      CREATE INDEX service_by_name ON learning.service (sort_name, id) WHERE published;
      CREATE INDEX service_by_postcode ON learning.service (search_postcode) WHERE published;
      CREATE INDEX service_of_organization ON learning.service (organization_id);
      CREATE INDEX service_due ON learning.service (assure_by, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE learning.service; DROP TABLE learning.organization');
  }
}
