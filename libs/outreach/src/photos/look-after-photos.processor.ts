import { Clock, Database, JobHandler, Logger, type Job } from '@upstander/platform';
import { PhotoMails } from './photo-mails.js';

/** Marks consents of placed photos that end within 30 days as announced, once per end date. Skips renewed ones. */
const ending = `
  UPDATE outreach.photo_consent k SET notified_for = k.ends_on
  WHERE k.agreed_at IS NOT NULL AND k.withdrawn_at IS NULL AND k.ends_on BETWEEN $1::date AND $1::date + 30
    AND k.notified_for IS DISTINCT FROM k.ends_on
    AND EXISTS (SELECT FROM outreach.photo_place l WHERE l.photo_id = k.photo_id)
    AND NOT EXISTS (SELECT FROM outreach.photo_consent n WHERE n.renews_id = k.id AND n.agreed_at IS NOT NULL)
  RETURNING k.id`;

/** Notifies staff of consents that are about to end. Photos are hidden by their date, not by this job. */
@JobHandler('look-after-photos')
export class NotifyEndingPhotoConsents implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly mails: PhotoMails,
    private readonly logger: Logger,
  ) {}

  async run(): Promise<void> {
    const today = this.clock.today();
    const notifiedCount = await this.db.transaction(async (tx) => {
      const due = await tx.query<{ id: string }>(ending, [today]);
      for (const { id } of due) await this.mails.notifyStaff(tx, 'photo-consent-ends', id, this.clock.now());
      return due.length;
    });
    if (notifiedCount > 0)
      this.logger.info({ notified: notifiedCount }, 'notified staff of photo consents that end soon');
  }
}
