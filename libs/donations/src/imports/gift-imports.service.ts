import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { Clock, Database, insertRow, JobQueue } from '@upstander/platform';
import { createHash } from 'node:crypto';
import { GiftImport, type ManagedGiftImport, type RunGiftImportInput } from './gift-import.entity.js';
import { ImportReads } from './import-reads.service.js';

@Injectable()
export class GiftImports {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly queue: JobQueue,
    private readonly reads: ImportReads,
  ) {}

  /** Stores an uploaded file. A job checks it, to keep the API process responsive. */
  async submit(actor: Actor, bytes: Buffer, fileName: string): Promise<ManagedGiftImport> {
    const chapters = this.access.chaptersOf(actor, 'campaign:record-gift');
    const id = await this.db.transaction(async (tx) => {
      const id = await insertRow(tx.manager, GiftImport, {
        fileName,
        sha256: createHash('sha256').update(bytes).digest(),
        content: bytes,
        status: 'checking',
        chapters: chapters === 'all' ? null : chapters,
        importedBy: actor.accountId!,
        createdAt: this.clock.now(),
      });
      tx.afterCommit(() => this.queue.enqueue('check-gift-imports'));
      return id;
    });
    return this.reads.byId(actor, id);
  }

  /**
   * Does nothing if the import is running or done.
   * @throws Refusal NOT_FOUND
   */
  async run(actor: Actor, input: RunGiftImportInput): Promise<ManagedGiftImport> {
    await this.reads.byId(actor, input.id);
    await this.db.transaction(async (tx) => {
      await tx.manager.update(GiftImport, { id: input.id, status: 'checked' }, { status: 'importing' });
      tx.afterCommit(() => this.queue.enqueue('import-gifts'));
    });
    return this.reads.byId(actor, input.id);
  }
}
