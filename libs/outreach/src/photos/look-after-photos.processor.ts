import { Injectable } from '@nestjs/common';
import { Clock, Database, FileStore, JobHandler, JobQueue, Logger, type Job } from '@upstander/platform';
import { counts } from './photo-columns.js';
import { PhotoMails } from './photo-mails.js';
import { PhotoReads } from './photo-reads.js';

/** Consents of photos on pages that end within 30 days, each told once for its last day; not those renewed already. */
const ending = `
  UPDATE outreach.photo_consent k SET notified_for = k.ends_on
  WHERE k.agreed_at IS NOT NULL AND k.withdrawn_at IS NULL AND k.ends_on BETWEEN $1::date AND $1::date + 30
    AND k.notified_for IS DISTINCT FROM k.ends_on
    AND EXISTS (SELECT FROM outreach.photo_place l WHERE l.photo_id = k.photo_id)
    AND NOT EXISTS (SELECT FROM outreach.photo_consent n WHERE n.renews_id = k.id AND n.agreed_at IS NOT NULL)
  RETURNING k.id`;

/**
 * A year after it was shown for the last time nobody needs to know who agreed to it; what was begun and left is nobody's
 * after a month. $1 today.
 */
const forgotten = `
  DELETE FROM outreach.photo p
  WHERE $1::date - 365 > (
      SELECT min(least(k.ends_on, k.withdrawn_at::date)) FROM outreach.photo_consent k WHERE k.photo_id = p.id AND ${counts})
    OR p.created_at < $1::date - 30 AND NOT EXISTS (SELECT FROM outreach.photo_consent k WHERE k.photo_id = p.id)
      AND outreach.photo_status(p.id, $1::date) = 'incomplete'
  RETURNING p.id`;

/** Says to staff which consents end soon, and forgets photos whose time is long over. Nothing here takes a photo down: that is the day's own doing. */
@Injectable()
@JobHandler('look-after-photos')
export class LookAfterPhotos implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly reads: PhotoReads,
    private readonly mails: PhotoMails,
    private readonly queue: JobQueue,
    private readonly files: FileStore,
    private readonly logger: Logger,
  ) {}

  async run(): Promise<void> {
    const today = this.reads.today();
    const told = await this.db.transaction(async (tx) => {
      const due = await tx.query<{ id: string }>(ending, [today]);
      for (const { id } of due) await this.mails.tellStaff(tx, 'photo-consent-ends', id, this.clock.now());
      return due.length;
    });
    const gone = await this.db.query(forgotten, [today]);
    if (gone.length > 0) this.files.letGo();
    if (told > 0) this.queue.enqueue('deliver-due-mail');
    if (told + gone.length > 0) this.logger.info({ told, forgotten: gone.length }, 'looked after photos');
  }
}
