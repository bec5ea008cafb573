import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Allows rows to refer to a file in a bucket by its digest instead of storing its bytes, and records the objects in the
 * bucket.
 */
export class KeepFilesInABucket1799870150000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- An object in the bucket. The row is written before the upload and deleted after the object.
      CREATE TABLE platform.bucket_file (
        sha256 bytea PRIMARY KEY CHECK (length(sha256) = 32),
        size integer NOT NULL,
        put_at timestamptz NOT NULL
      );
      CREATE INDEX bucket_file_by_time ON platform.bucket_file (put_at);

      ALTER TABLE fundraising.file ALTER COLUMN bytes DROP NOT NULL;
      CREATE INDEX file_by_digest ON fundraising.file (sha256);

      ALTER TABLE outreach.document ALTER COLUMN bytes DROP NOT NULL;
      CREATE INDEX document_by_digest ON outreach.document (sha256);

      ALTER TABLE outreach.photo ALTER COLUMN bytes DROP NOT NULL, ALTER COLUMN small_bytes DROP NOT NULL,
        ADD COLUMN small_sha256 bytea,
        ADD CONSTRAINT photo_small_is_somewhere CHECK (small_bytes IS NOT NULL OR small_sha256 IS NOT NULL);
      UPDATE outreach.photo SET small_sha256 = sha256(small_bytes);
      CREATE INDEX photo_by_digest ON outreach.photo (sha256);
      CREATE INDEX photo_by_small_digest ON outreach.photo (small_sha256);

      ALTER TABLE outreach.photo_consent ADD COLUMN paper_sha256 bytea;
      UPDATE outreach.photo_consent SET paper_sha256 = sha256(paper) WHERE paper IS NOT NULL;
      CREATE INDEX photo_consent_by_digest ON outreach.photo_consent (paper_sha256) WHERE paper_sha256 IS NOT NULL;
      ALTER TABLE outreach.photo_consent
        DROP CONSTRAINT photo_consent_check2,
        DROP CONSTRAINT photo_consent_check3,
        ADD CONSTRAINT photo_consent_paper CHECK (
          (paper IS NULL OR paper_type IS NOT NULL)
          AND (paper_type IS NULL OR paper IS NOT NULL OR paper_sha256 IS NOT NULL)),
        -- A consent needs a signed paper or a signed name.
        ADD CONSTRAINT photo_consent_agreed CHECK (
          agreed_at IS NULL OR forgotten_at IS NOT NULL OR paper_type IS NOT NULL OR signed_name IS NOT NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outreach.photo_consent DROP CONSTRAINT photo_consent_agreed, DROP CONSTRAINT photo_consent_paper,
        ADD CONSTRAINT photo_consent_check2 CHECK ((paper IS NULL) = (paper_type IS NULL)),
        ADD CONSTRAINT photo_consent_check3
          CHECK (agreed_at IS NULL OR forgotten_at IS NOT NULL OR paper IS NOT NULL OR signed_name IS NOT NULL),
        DROP COLUMN paper_sha256;
      ALTER TABLE outreach.photo DROP CONSTRAINT photo_small_is_somewhere, DROP COLUMN small_sha256,
        ALTER COLUMN bytes SET NOT NULL, ALTER COLUMN small_bytes SET NOT NULL;
      DROP INDEX outreach.photo_by_digest;
      ALTER TABLE outreach.document ALTER COLUMN bytes SET NOT NULL;
      ALTER TABLE fundraising.file ALTER COLUMN bytes SET NOT NULL;
      DROP INDEX outreach.document_by_digest, fundraising.file_by_digest;
      DROP TABLE platform.bucket_file;
    `);
  }
}
