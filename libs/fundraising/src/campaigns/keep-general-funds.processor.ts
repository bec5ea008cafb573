import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, JobHandler, type Job } from '@upstander/platform';
import { ownBeneficiary } from '../beneficiaries/own-beneficiary.js';
import type { CampaignDetails } from './campaign-details.js';
import { insertCampaign } from './campaign-store.js';
import { claimCampaignSlug } from './slugs.js';

interface Missing {
  chapterId: string | null;
  chapterSlug: string | null;
  chapterName: string | null;
  timeZone: string | null;
}

/**
 * Makes the general funds that are not there yet: the organisation's, and with GENERAL_FUND=chapters that of each open
 * chapter. What people have paused, ended or written anew stays as it is.
 */
@Injectable()
@JobHandler('keep-general-funds')
export class KeepGeneralFunds implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async run(): Promise<void> {
    const { ORGANISATION_NAME: organisation, CONTACT_EMAIL, MAIL_FROM, CURRENCIES, TIME_ZONE } = this.config;
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      // Two workers that look at once make them once.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('general funds', 11))`);
      const missing = await tx.query<Missing>(
        `SELECT w.* FROM (
           SELECT NULL::uuid AS "chapterId", NULL AS "chapterSlug", NULL AS "chapterName", NULL AS "timeZone"
           UNION ALL SELECT id, slug, name, time_zone FROM identity.chapter WHERE closed_at IS NULL AND $1
         ) w
         WHERE NOT EXISTS (SELECT FROM fundraising.campaign c
           WHERE c.is_general AND c.chapter_id IS NOT DISTINCT FROM w."chapterId")`,
        [this.config.GENERAL_FUND === 'chapters'],
      );
      if (missing.length === 0) return;
      const beneficiaryId = await ownBeneficiary(tx, this.config, now);
      for (const { chapterId, chapterSlug, chapterName, timeZone } of missing) {
        const slug = await claimCampaignSlug(tx, chapterSlug ? `general-fund-${chapterSlug}` : 'general-fund');
        const details: CampaignDetails = {
          ...{ beneficiaryId, summary: '', story: '', language: 'en', startsOn: null, endsOn: null, eventIds: [] },
          title: chapterName ? `${organisation}, ${chapterName}` : organisation,
          ...{ goalMinor: '0', currency: CURRENCIES[0]!, suggestedAmounts: [], timeZone: timeZone ?? TIME_ZONE },
          ...{ organizerName: organisation, organizerEmail: CONTACT_EMAIL ?? MAIL_FROM },
        };
        const made = { slug, chapterId, status: 'live', bySupporter: false, organizerAccountId: null } as const;
        const general = { isGeneral: true, publishedAt: now, giftMails: false };
        await insertCampaign(tx, details, { ...made, ...general }, now);
      }
    });
  }
}
