import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { Clock, Database, JobQueue, Refusal, type Tx } from '@upstander/platform';
import { createHash, randomUUID } from 'node:crypto';
import { checkRows, type GoodRow, type ImportCampaign } from './check-rows.js';
import type { GiftImport, ImportRefusal, RunGiftImportInput } from './gift-import.js';
import { ImportReads } from './import-reads.service.js';
import { readCsv } from './read-csv.js';

const shownRefusals = 1_000;

/** Files of gifts from other programs: read and checked first, imported when somebody says so. */
@Injectable()
export class GiftImports {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly queue: JobQueue,
    private readonly reads: ImportReads,
  ) {}

  /**
   * Reads a file and shows what would come of it; no gift is made yet.
   * @throws Refusal NOT_A_CSV, CSV_COLUMNS_MISSING, CSV_TOO_LONG, CSV_EMPTY.
   */
  async check(actor: Actor, bytes: Buffer, fileName: string): Promise<GiftImport> {
    const rows = readCsv(bytes);
    if (rows.length === 0) throw new Refusal('CSV_EMPTY', 'There is no row below the header.');
    const { good, refusals } = checkRows(rows, await this.campaigns(actor));
    const id = await this.db.transaction(async (tx) => {
      const fresh = await this.unknown(tx, good);
      const importId = randomUUID();
      await tx.query(
        `INSERT INTO fundraising.gift_import (id, file_name, sha256, rows_total, rows_known, rows_refused, refusals, status,
           imported_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'checked', $8, $9)`,
        [
          ...[importId, fileName, createHash('sha256').update(bytes).digest(), rows.length],
          ...[good.length - fresh.length, refusals.length, shown(refusals), actor.accountId, this.clock.now()],
        ],
      );
      await this.keep(tx, importId, fresh, actor);
      return importId;
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

  private async campaigns(actor: Actor): Promise<Map<string, ImportCampaign>> {
    const chapters = this.access.chaptersOf(actor, 'campaign:record-gift');
    const rows = await this.db.query<ImportCampaign>(
      `SELECT id, slug, currency, language, time_zone AS "timeZone",
         ($3::timestamptz AT TIME ZONE time_zone)::date AS today
       FROM fundraising.campaign
       WHERE status IN ('live', 'paused', 'ended') AND ($1 OR chapter_id = ANY ($2::uuid[]))`,
      [chapters === 'all', chapters === 'all' ? [] : chapters, this.clock.now()],
    );
    return new Map(rows.map((campaign) => [campaign.slug.toLowerCase(), campaign]));
  }

  private async unknown(tx: Tx, good: readonly GoodRow[]): Promise<GoodRow[]> {
    const known = await tx.query<{ ref: string }>(
      'SELECT external_ref AS ref FROM fundraising.gift WHERE external_ref = ANY ($1)',
      [good.map(({ draft }) => draft.externalRef)],
    );
    const refs = new Set(known.map(({ ref }) => ref));
    return good.filter(({ draft }) => !refs.has(draft.externalRef!));
  }

  /** A day of the file becomes noon where the campaign is, or now when that noon is still to come. */
  private async keep(tx: Tx, importId: string, rows: readonly GoodRow[], actor: Actor): Promise<void> {
    await tx.query(
      `INSERT INTO fundraising.gift_import_row (import_id, n, content)
       SELECT $1, r.n, r.draft || jsonb_build_object('recordedBy', $3::text, 'campaignSlug', r."campaignSlug",
         'receivedOn', r."receivedOn",
         'paidAt', least((r."receivedOn"::date + time '12:00') AT TIME ZONE r."timeZone", $4))
       FROM jsonb_to_recordset($2) AS r (n integer, draft jsonb, "campaignSlug" text, "receivedOn" text, "timeZone" text)`,
      [importId, JSON.stringify(rows), actor.accountId, this.clock.now()],
    );
  }
}

function shown(refusals: readonly ImportRefusal[]): string {
  return JSON.stringify(refusals.slice(0, shownRefusals));
}
