import { Clock, Config, Database, JobHandler, type Job } from '@upstander/platform';
import { ownBeneficiary } from '../beneficiaries/own-beneficiary.js';

/**
 * Parameters: $1 organization name, $2 true to include chapters, $3 beneficiary, $4 currency, $5 time
 * zone, $6 email address, $7 now. A slug that is taken gets a suffix of four characters.
 */
const insertFunds = `
  WITH wanted AS (
    SELECT NULL::uuid AS chapter_id, 'general-fund' AS slug, $1::text AS title, $5::text AS time_zone
    UNION ALL SELECT id, 'general-fund-' || slug, $1 || ', ' || name, time_zone FROM identity.chapter
      WHERE closed_at IS NULL AND $2::boolean
  ), made AS (
    INSERT INTO fundraising.campaign (slug, chapter_id, beneficiary_id, title, story, goal_minor, currency, time_zone, status,
      organizer_name, organizer_email, is_general, gift_mails, published_at, created_at, updated_at)
    SELECT CASE WHEN EXISTS (SELECT FROM fundraising.campaign t WHERE t.slug = w.slug)
        THEN w.slug || '-' || left(gen_random_uuid()::text, 4) ELSE w.slug END,
      w.chapter_id, $3::uuid, w.title, '', 0, $4, w.time_zone, 'live', $1, $6, true, false, $7, $7, $7
    FROM wanted w
    WHERE NOT EXISTS (SELECT FROM fundraising.campaign c
      WHERE c.is_general AND c.chapter_id IS NOT DISTINCT FROM w.chapter_id)
    ON CONFLICT (chapter_id) WHERE is_general DO NOTHING RETURNING id
  )
  INSERT INTO fundraising.campaign_status_change (campaign_id, to_status, at) SELECT id, 'live', $7 FROM made`;

/**
 * Creates missing general funds, of the organization and, with GENERAL_FUND=chapters, of each open chapter. Existing
 * funds are left unchanged.
 */
@JobHandler('keep-general-funds')
export class KeepGeneralFunds implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async run(): Promise<void> {
    const { ORGANIZATION_NAME, GENERAL_FUND, CONTACT_EMAIL, MAIL_FROM, CURRENCIES, TIME_ZONE } = this.config;
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      await tx.query(insertFunds, [
        ORGANIZATION_NAME,
        GENERAL_FUND === 'chapters',
        await ownBeneficiary(tx, this.config, now),
        CURRENCIES[0],
        TIME_ZONE,
        CONTACT_EMAIL ?? MAIL_FROM,
        now,
      ]);
    });
  }
}
