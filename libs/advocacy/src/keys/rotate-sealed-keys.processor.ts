import { JobHandler, Logger, type Job } from '@upstander/platform';
import { SealedDatabase } from '../database/sealed-database.js';
import { KeyRing } from './key-ring.js';
import { RecordKeys } from './record-keys.js';

const batchSize = 200;

/**
 * Rewraps the keys of records with the first of SEALED_KEYS, alongside reads and writes. Can be interrupted and
 * resumed. Once the log reports none left, the older key can be removed from the settings.
 */
@JobHandler('rotate-sealed-keys')
export class RotateSealedKeys implements Job {
  constructor(
    private readonly database: SealedDatabase,
    private readonly keys: RecordKeys,
    private readonly keyRing: KeyRing,
    private readonly logger: Logger,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    if (!this.database.isOpen) return;
    let wrapped = 0;
    while (!signal.aborted) {
      const rewrappedCount = await this.keys.rewrap(batchSize);
      if (rewrappedCount === 0) break;
      wrapped += rewrappedCount;
    }
    if (wrapped === 0) return;
    const remaining = await this.keys.countOutdated();
    this.logger.info({ wrapped, left: remaining, key: this.keyRing.current }, 'rewrapped keys of records');
  }
}
