import type { MigrationInterface, QueryRunner } from 'typeorm';

const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const slug = '[a-z0-9-]{1,120}';
const formerPages = `^(/|/(chapters|events|fundraisers|learn)/${slug}(#${uuid})?)$`;
const pages = `^(/|/about(#${uuid})?|/(chapters|events|fundraisers|learn)/${slug}(#${uuid})?|/events/${slug}#contact|/fundraisers/${slug}/${slug})$`;

/** Adds the people under “About”, and portraits: photos of them, of the staff of a chapter and of the contact of an event. */
export class IntroduceTheTeam1799890010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outreach.team_member (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL CHECK (name <> ''),
        role_en text NOT NULL,
        role_es text NOT NULL,
        bio_en text,
        bio_es text,
        team_group text NOT NULL CHECK (team_group IN ('staff', 'board', 'partner')),
        position integer NOT NULL DEFAULT 100 CHECK (position BETWEEN 1 AND 1000),
        email citext,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX team_member_by_email ON outreach.team_member (email) WHERE email IS NOT NULL;
      ALTER TABLE identity.chapter_person ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE;
      ALTER TABLE outreach.photo_place DROP CONSTRAINT photo_place_page_check,
        ADD CONSTRAINT photo_place_page_check CHECK (page ~ '${pages}');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM outreach.photo_place WHERE page !~ '${formerPages}';
      ALTER TABLE outreach.photo_place DROP CONSTRAINT photo_place_page_check,
        ADD CONSTRAINT photo_place_page_check CHECK (page ~ '${formerPages}');
      ALTER TABLE identity.chapter_person DROP COLUMN id;
      DROP TABLE outreach.team_member;
    `);
  }
}
