import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds the photo of a supporter's page. A photo that awaits review is in `edit`, beside its text. */
export class AddPhotosToPages1799890330000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE fundraising.page
        ADD COLUMN photo_file_id uuid REFERENCES fundraising.file,
        ADD COLUMN photo_alt text NOT NULL DEFAULT '',
        ADD COLUMN photo_agreed_at timestamptz;
      CREATE INDEX page_by_photo ON fundraising.page (photo_file_id) WHERE photo_file_id IS NOT NULL;
      ALTER TABLE fundraising.file DROP CONSTRAINT file_purpose_check;
      ALTER TABLE fundraising.file ADD CONSTRAINT file_purpose_check
        CHECK (purpose IN ('cover', 'consent', 'evidence', 'page')) NOT VALID;
      ALTER TABLE fundraising.file VALIDATE CONSTRAINT file_purpose_check;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER IF EXISTS delete_page_photos ON fundraising.page;
      ALTER TABLE fundraising.page DROP COLUMN photo_file_id, DROP COLUMN photo_alt, DROP COLUMN photo_agreed_at;
      UPDATE fundraising.page SET edit = edit - 'photo' WHERE edit ? 'photo';
      DELETE FROM fundraising.file WHERE purpose = 'page';
      ALTER TABLE fundraising.file DROP CONSTRAINT file_purpose_check;
      ALTER TABLE fundraising.file ADD CONSTRAINT file_purpose_check CHECK (purpose IN ('cover', 'consent', 'evidence'));
    `);
  }
}
