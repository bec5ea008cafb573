import { Clock, Config, Database, type Job, JobHandler, Logger } from '@upstander/platform';
import { Bucket } from './bucket.js';
import { findUnreferencedObjects, deleteUnreferencedObject } from './bucket-files.js';

const batch = 100;

/** While the bucket is unavailable, records of unreferenced objects remain for a later sweep. */
@JobHandler('sweep-files')
export class SweepFiles implements Job {
  constructor(
    private readonly config: Config,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const bucket = Bucket.fromConfig(this.config);
    if (!bucket) return;
    const now = this.clock.now();
    let deletedCount = 0;
    for (
      let digests = await findUnreferencedObjects(this.db, now, batch);
      digests.length > 0;
      digests = await findUnreferencedObjects(this.db, now, batch)
    ) {
      for (const sha256 of digests) {
        if (signal.aborted) return;
        if (await this.db.transaction((tx) => deleteUnreferencedObject(tx, bucket, sha256, now))) deletedCount += 1;
      }
    }
    if (deletedCount > 0) this.logger.info({ gone: deletedCount }, 'unreferenced files were deleted from the bucket');
  }
}
