import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { FileStore, type OpenFile } from '@upstander/files';
import { Clock, Database, isUuid, notFound, Refusal } from '@upstander/platform';
import { AskAccess } from '../asks/ask-access.js';
import { AskReads } from '../asks/ask-reads.js';
import { AskDocument } from '../asks/ask-parts.entity.js';
import { recordAskChange } from '../asks/ask-store.js';
import type { ManagedAsk } from '../asks/managed-ask.js';

/** Stores PDF documents of school requests unchanged, as evidence of what was agreed. */
@Injectable()
export class AskDocuments {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: AskAccess,
    private readonly reads: AskReads,
    private readonly limits: RateLimits,
    private readonly files: FileStore,
  ) {}

  /** Checks access before the body is read. @throws Refusal NOT_FOUND, TOO_MANY_TRIES */
  async admit(actor: Actor, askId: string): Promise<void> {
    await this.reads.findOne(actor, askId);
    await this.limits.consume('school-upload', String(actor.accountId));
  }

  /**
   * The same file twice is stored once.
   * @throws Refusal NOT_FOUND, FILE_NOT_READABLE, FILES_AWAY
   */
  async saveDocument(
    actor: Actor,
    askId: string,
    { fileName, bytes }: { fileName: string; bytes: Buffer },
  ): Promise<{ id: string }> {
    if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') {
      throw new Refusal('FILE_NOT_READABLE', 'This isn’t a PDF.', { problem: 'not-a-pdf', missing: [] });
    }
    // Stored before locking the request, so a slow file service doesn't block others.
    const stored = await this.files.store(bytes);
    return this.db.transaction(async (tx) => {
      const ask = await this.access.lock(tx, actor, askId);
      const at = this.clock.now();
      const [made] = await tx.query<{ id: string; added: boolean }>(
        `INSERT INTO outreach.document (ask_id, file_name, sha256, bytes, size, uploaded_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (ask_id, sha256) DO UPDATE SET file_name = document.file_name RETURNING id, (xmax = 0) AS added`,
        [ask.id, fileName, stored.sha256, stored.bytes, bytes.length, actor.accountId, at],
      );
      if (made!.added) await recordAskChange(tx, ask.id, at, { kind: 'document', by: actor.accountId });
      return { id: made!.id };
    });
  }

  /** @throws Refusal NOT_FOUND, FILES_AWAY */
  async openFile(actor: Actor, id: string): Promise<{ fileName: string; file: OpenFile }> {
    const [found] = isUuid(id)
      ? await this.db.query<{ fileName: string; sha256: Buffer; bytes: Buffer | null }>(
          `SELECT f.file_name AS "fileName", f.sha256, f.bytes FROM outreach.document f JOIN outreach.ask a ON a.id = f.ask_id
           WHERE f.id = $1 AND a.status <> 'unconfirmed' AND ($2::uuid[] IS NULL OR a.chapter_id = ANY ($2))`,
          [id, this.access.scopeOf(actor)],
        )
      : [];
    if (!found) throw notFound('This document');
    return { fileName: found.fileName, file: await this.files.open(found) };
  }

  /** @throws Refusal NOT_FOUND */
  async delete(actor: Actor, id: string): Promise<ManagedAsk> {
    const [file] = isUuid(id)
      ? await this.db.query<{ askId: string }>('SELECT f.ask_id AS "askId" FROM outreach.document f WHERE f.id = $1', [
          id,
        ])
      : [];
    if (!file) throw notFound('This document');
    await this.db.transaction(async (tx) => {
      const ask = await this.access.lock(tx, actor, file.askId);
      await tx.manager.delete(AskDocument, id);
      await recordAskChange(tx, ask.id, this.clock.now(), { kind: 'document', by: actor.accountId });
      tx.afterCommit(() => this.files.scheduleSweep());
    });
    return this.reads.findOne(actor, file.askId);
  }
}
