import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { Clock, Database, JobQueue } from '@upstander/platform';
import type { GiftImport, RunGiftImportInput } from './gift-import.js';
import { ImportReads } from './import-reads.service.js';

/** Files of gifts from other programs: kept here, checked by a job, imported when somebody says so. */
@Injectable()
export class GiftImports {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly queue: JobQueue,
    private readonly reads: ImportReads,
  ) {}

  /** Keeps a file as it came; a job checks it, for this is the process that answers everybody. */
  async submit(actor: Actor, bytes: Buffer, fileName: string): Promise<GiftImport> {
    const chapters = this.access.chaptersOf(actor, 'campaign:record-gift');
    const id = await this.db.transaction(async (tx) => {
      const [row] = await tx.query<{ id: string }>(
        `INSERT INTO fundraising.gift_import (file_name, sha256, content, status, chapters, imported_by, created_at)
         VALUES ($1, sha256($2), $2, 'checking', $3, $4, $5) RETURNING id`,
        [fileName, bytes, chapters === 'all' ? null : chapters, actor.accountId, this.clock.now()],
      );
      tx.afterCommit(() => this.queue.ring('check-gift-imports'));
      return row!.id;
    });
    return this.reads.byId(actor, id);
  }

  /** Lets the good rows be imported; what is under way or done stays so. @throws Refusal NOT_FOUND. */
  async run(actor: Actor, input: RunGiftImportInput): Promise<GiftImport> {
    await this.reads.byId(actor, input.id);
    await this.db.transaction(async (tx) => {
      await tx.query(`UPDATE fundraising.gift_import SET status = 'importing' WHERE id = $1 AND status = 'checked'`, [
        input.id,
      ]);
      tx.afterCommit(() => this.queue.ring('import-gifts'));
    });
    return this.reads.byId(actor, input.id);
  }
}
