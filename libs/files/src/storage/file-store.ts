import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Clock, Config, Database, JobQueue, Logger, Outage, Refusal, succeedsWithin } from '@upstander/platform';
import { Bucket, BucketError } from './bucket.js';
import { recordObject } from './bucket-files.js';

/** A file in a row: its digest, and its bytes unless they are in the bucket. */
export interface FileInRow {
  readonly sha256: Buffer | null;
  readonly bytes: Buffer | null;
}

export interface StoredFile {
  readonly sha256: Buffer;
  /** Null if the bucket stores the bytes. */
  readonly bytes: Buffer | null;
}

export interface OpenFile {
  readonly size: number | null;
  readonly body: Buffer | Readable;
}

/** Pause after a failure in milliseconds, so that a page with twenty pictures fails only once. */
const pauseAfterFailure = 5_000;
const healthTimeout = 2_000;
/** Minimum interval between health checks. */
const healthInterval = 10_000;

/** A file is uploaded before its row is committed, so no row references a missing file. SweepFiles deletes the rest. */
@Injectable()
export class FileStore {
  private readonly bucket: Bucket | null;
  private readonly outage: Outage;
  private restUntil = 0;
  private lastHealthCheck?: { at: number; state: Promise<'ok' | 'away'> };

  constructor(
    private readonly config: Config,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
    private readonly logger: Logger,
  ) {
    this.bucket = Bucket.fromConfig(config);
    this.outage = new Outage(logger, 'the file bucket', () => clock.now());
  }

  /**
   * The caller must write the file's row within an hour.
   * @throws Refusal FILES_AWAY
   */
  async store(bytes: Buffer): Promise<StoredFile> {
    const sha256 = createHash('sha256').update(bytes).digest();
    const { bucket } = this;
    if (!bucket || this.config.FILES_KEPT_IN === 'database') return { sha256, bytes };
    await this.withRetryPause(async () => {
      await recordObject(this.db, sha256, bytes.length, this.clock.now());
      await bucket.put(sha256, bytes);
    });
    return { sha256, bytes: null };
  }

  /**
   * The caller must have checked access.
   * @throws Refusal FILES_AWAY
   */
  async open({ sha256, bytes }: FileInRow): Promise<OpenFile> {
    if (bytes) return { size: bytes.length, body: bytes };
    const { bucket } = this;
    if (!bucket || !sha256) {
      this.logger.error({ why: 'no FILES_S3_ENDPOINT' }, 'a file is in a bucket that is not configured');
      throw filesUnavailableRefusal();
    }
    return this.withRetryPause(async () => {
      const { size, body } = await bucket.get(sha256);
      // The response has started, so it is cut short and the error is only logged.
      body.once('error', (error) => this.handleFailure(error));
      return { size, body };
    });
  }

  scheduleSweep(): void {
    if (this.bucket) this.queue.enqueue('sweep-files');
  }

  async state(): Promise<'none' | 'ok' | 'away'> {
    const { bucket } = this;
    if (!bucket) return 'none';
    const now = this.clock.now().valueOf();
    if (!this.lastHealthCheck || now - this.lastHealthCheck.at > healthInterval) {
      const look = bucket.checkAccess().then(
        () => (this.outage.reportRecovery(), true),
        (error: unknown) => (this.handleFailure(error), Promise.reject(error)),
      );
      const state = succeedsWithin(healthTimeout, look).then((there) => (there ? ('ok' as const) : ('away' as const)));
      this.lastHealthCheck = { at: now, state };
    }
    return this.lastHealthCheck.state;
  }

  /** @throws Refusal FILES_AWAY, immediately if the bucket failed a moment ago */
  private async withRetryPause<T>(work: () => Promise<T>): Promise<T> {
    if (this.clock.now().valueOf() < this.restUntil) throw filesUnavailableRefusal();
    try {
      const result = await work();
      this.outage.reportRecovery();
      return result;
    } catch (error) {
      if (!(error instanceof BucketError)) throw error;
      this.handleFailure(error);
      throw filesUnavailableRefusal();
    }
  }

  private handleFailure(error: unknown): void {
    const { fault, code } = error instanceof BucketError ? error : { fault: 'away', code: 'unknown' };
    if (fault === 'no-object' || fault === 'damaged') {
      this.logger.error(
        { fault, code },
        'a file is damaged or missing from the bucket: run upstander move-files --check',
      );
      return;
    }
    if (fault === 'away') this.restUntil = this.clock.now().valueOf() + pauseAfterFailure;
    this.outage.isAway(`${fault}: ${code}`);
  }
}

function filesUnavailableRefusal(): Refusal {
  return new Refusal('FILES_AWAY', 'We can’t open files right now. Please try again in a few minutes.');
}
