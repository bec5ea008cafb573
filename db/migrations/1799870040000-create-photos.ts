import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos of the site, who agreed to each, and on which pages they stand. */
export class CreatePhotos1799870040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outreach.photo (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        alt_en text NOT NULL,
        alt_es text NOT NULL,
        taken_by text NOT NULL,
        width integer NOT NULL CHECK (width > 0),
        height integer NOT NULL CHECK (height > 0),
        sha256 bytea NOT NULL,
        bytes bytea NOT NULL,
        small_bytes bytea NOT NULL,
        nobody_served_at timestamptz,
        nobody_served_by uuid REFERENCES identity.account ON DELETE SET NULL,
        added_by uuid REFERENCES identity.account ON DELETE SET NULL,
        -- A cursor carries it.
        created_at timestamptz(3) NOT NULL
      );
      CREATE INDEX photo_by_time ON outreach.photo (created_at DESC, id DESC);

      CREATE TABLE outreach.photo_consent (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        photo_id uuid NOT NULL REFERENCES outreach.photo ON DELETE CASCADE,
        renews_id uuid REFERENCES outreach.photo_consent ON DELETE CASCADE,
        name text NOT NULL CHECK (name <> ''),
        email citext,
        phone text,
        language text NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'es')),
        way text NOT NULL CHECK (way IN ('paper', 'link')),
        for_sharing boolean NOT NULL,
        for_print boolean NOT NULL,
        ends_on date NOT NULL,
        signed_name text,
        paper bytea,
        paper_type text CHECK (paper_type IN ('application/pdf', 'image/webp')),
        agreed_at timestamptz,
        withdrawn_at timestamptz,
        forgotten_at timestamptz,
        notified_for date,
        asked_by uuid REFERENCES identity.account ON DELETE SET NULL,
        created_at timestamptz NOT NULL,
        CHECK (forgotten_at IS NOT NULL OR email IS NOT NULL OR phone IS NOT NULL),
        CHECK (way = 'paper' OR forgotten_at IS NOT NULL OR email IS NOT NULL),
        CHECK ((paper IS NULL) = (paper_type IS NULL)),
        -- Nobody has agreed without a paper or a name that was signed.
        CHECK (agreed_at IS NULL OR forgotten_at IS NOT NULL OR paper IS NOT NULL OR signed_name IS NOT NULL)
      );
      CREATE INDEX photo_consent_of_photo ON outreach.photo_consent (photo_id, created_at);
      CREATE INDEX photo_consent_renewed ON outreach.photo_consent (renews_id) WHERE renews_id IS NOT NULL;
      CREATE INDEX photo_consent_by_end ON outreach.photo_consent (ends_on) WHERE withdrawn_at IS NULL;

      -- One photo at a place: a page of the site by its address, or a part of it.
      CREATE TABLE outreach.photo_place (
        page text PRIMARY KEY CHECK (page ~
          '^(/|/(chapters|events|fundraisers|learn)/[a-z0-9-]{1,120}(#[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?)$'),
        photo_id uuid NOT NULL REFERENCES outreach.photo ON DELETE CASCADE,
        placed_by uuid REFERENCES identity.account ON DELETE SET NULL,
        placed_at timestamptz NOT NULL
      );
      CREATE INDEX photo_place_of_photo ON outreach.photo_place (photo_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outreach.photo_place, outreach.photo_consent, outreach.photo');
  }
}
