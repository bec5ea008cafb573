import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@upstander/platform';
import { FileReaderError, UnreadableFileError } from './unreadable-file.js';

const maxAttempts = 2;
/** A process without progress for this long is assumed dead. */
const maxSilenceMs = 3 * 60_000;

interface FileHandlers {
  /** Reads one file and stores the result. @throws UnreadableFileError to refuse it. */
  read: (fileId: string) => Promise<void>;
  refuse: (fileId: string, why: UnreadableFileError) => Promise<void>;
}

/** The count is committed before the file is opened, so a file that crashes the process is refused eventually. */
@Injectable()
export class FileAttempts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads the first of these files that no other process is reading; returns false if there is none.
   * A file that two processes failed to finish is refused with the problem `gave-up`.
   */
  async readNext(kind: string, fileIds: readonly string[], { read, refuse }: FileHandlers): Promise<boolean> {
    for (const id of fileIds) {
      const state = await this.begin(kind, id);
      if (state === 'busy') continue;
      try {
        if (state === 'given-up') throw new UnreadableFileError('gave-up');
        await read(id);
      } catch (error) {
        if (error instanceof FileReaderError) {
          await this.release(kind, id);
          throw error;
        }
        if (error instanceof UnreadableFileError) await refuse(id, error);
        await this.finish(kind, id);
        if (!(error instanceof UnreadableFileError)) throw error;
        return true;
      }
      await this.finish(kind, id);
      return true;
    }
    return false;
  }

  /** Records progress and restarts the count. */
  async advance(kind: string, fileId: string): Promise<void> {
    await this.db.query(
      'UPDATE platform.file_attempt SET begun_at = $3, attempts = 1 WHERE kind = $1 AND file_id = $2',
      [kind, fileId, this.clock.now()],
    );
  }

  private async begin(kind: string, fileId: string): Promise<'begun' | 'busy' | 'given-up'> {
    const now = this.clock.now();
    const deadline = new Date(now.getTime() - maxSilenceMs);
    const begun = await this.db.query<{ attempts: number }>(
      `INSERT INTO platform.file_attempt AS a (kind, file_id, attempts, begun_at) VALUES ($1, $2, 1, $3)
       ON CONFLICT (kind, file_id) DO UPDATE SET attempts = a.attempts + 1, begun_at = EXCLUDED.begun_at
         WHERE a.begun_at <= $4 AND a.attempts < ${maxAttempts}
       RETURNING attempts`,
      [kind, fileId, now, deadline],
    );
    if (begun.length > 0) return 'begun';
    const [row] = await this.db.query<{ dead: boolean }>(
      `SELECT begun_at <= $3 AS dead FROM platform.file_attempt WHERE kind = $1 AND file_id = $2`,
      [kind, fileId, deadline],
    );
    return row?.dead ? 'given-up' : 'busy';
  }

  /** Keeps the count and allows the next attempt immediately. */
  private async release(kind: string, fileId: string): Promise<void> {
    await this.db.query(`UPDATE platform.file_attempt SET begun_at = '-infinity' WHERE kind = $1 AND file_id = $2`, [
      kind,
      fileId,
    ]);
  }

  private async finish(kind: string, fileId: string): Promise<void> {
    await this.db.query('DELETE FROM platform.file_attempt WHERE kind = $1 AND file_id = $2', [kind, fileId]);
  }
}
