import { Injectable } from '@nestjs/common';
import { findErasedAddresses } from '@upstander/identity';
import { FileAttempts, UnreadableFileError } from '@upstander/files';
import { Clock, Database, JobHandler, type Job, type Tx } from '@upstander/platform';
import { RowChecks, type GoodRow, type ImportCampaign } from './check-rows.js';
import { GiftImport, type ImportRefusal } from './gift-import.entity.js';
import { readCsv, type CsvRow } from './read-csv.js';

const chunk = 500;
const kind = 'gift-import';

type File = Pick<GiftImport, 'id' | 'chapters' | 'importedBy' | 'rowsRead'> & { content: Buffer };

/** Checks gift import files in chunks of rows. Progress is visible, and after a crash the checked rows are kept. */
@JobHandler('check-gift-imports')
@Injectable()
export class CheckGiftImports implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly attempts: FileAttempts,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    for (let more = true; more && !signal.aborted;) more = await this.next(signal);
  }

  /** Checks the oldest file that no other worker is reading. Returns false if there is none. */
  private async next(signal: AbortSignal): Promise<boolean> {
    const waiting = await this.db.query<{ id: string }>(
      `SELECT id FROM fundraising.gift_import WHERE status = 'checking' ORDER BY created_at, id LIMIT 50`,
    );
    return this.attempts.readNext(
      kind,
      waiting.map(({ id }) => id),
      { read: (id) => this.read(id, signal), refuse: (id, why) => this.refuse(id, why) },
    );
  }

  private async read(id: string, signal: AbortSignal): Promise<void> {
    const [file] = await this.db.query<File>(
      `SELECT id, content, chapters, imported_by AS "importedBy", rows_read AS "rowsRead"
       FROM fundraising.gift_import WHERE id = $1 AND status = 'checking' AND content IS NOT NULL`,
      [id],
    );
    if (!file) return;
    // Counting first rejects unreadable files as a whole and gives the total for the progress.
    const total = await count(readCsv(file.content));
    if (total === 0) throw new UnreadableFileError('empty');
    await this.check(file, total, signal);
  }

  private async check(file: File, total: number, signal: AbortSignal): Promise<void> {
    const checks = new RowChecks(await this.campaigns(file));
    let read = 0;
    let good: GoodRow[] = [];
    let refusals: Array<ImportRefusal & Pick<CsvRow, 'cells'>> = [];
    for await (const row of readCsv(file.content)) {
      const found = checks.check(row);
      read += 1;
      // A previous attempt stored these rows. They are read again to collect their references.
      if (read <= file.rowsRead) continue;
      if ('draft' in found) good.push(found);
      else refusals.push({ ...found, cells: row.cells });
      if (read < total && good.length + refusals.length < chunk) continue;
      const before = read - good.length - refusals.length;
      if (!(await this.write(file, { good, refusals, before, read, total }))) return;
      if (signal.aborted) return;
      await this.attempts.advance(kind, file.id);
      [good, refusals] = [[], []];
    }
  }

  /** Stores a chunk. Returns false if another worker has moved the position. */
  private async write(file: File, part: Part & { before: number; read: number; total: number }): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const done = part.read === part.total;
      const { good, refusals } = await withoutErased(tx, part);
      const fresh = await withoutKnown(tx, good);
      const moved = await tx.query(
        `UPDATE fundraising.gift_import SET rows_total = $4, rows_read = $3, rows_known = rows_known + $5,
           rows_refused = rows_refused + $6, status = CASE WHEN $7 THEN 'checked' ELSE status END,
           content = CASE WHEN $7 THEN NULL ELSE content END
         WHERE id = $1 AND status = 'checking' AND rows_read = $2 RETURNING id`,
        [file.id, part.before, part.read, part.total, good.length - fresh.length, refusals.length, done],
      );
      if (moved.length === 0) return false;
      await this.keep(tx, file, fresh);
      await tx.query(
        `INSERT INTO fundraising.gift_import_refusal (import_id, n, column_name, problem, cells)
         SELECT $1, r."row", r."column", r.problem, r.cells
         FROM jsonb_to_recordset($2) AS r ("row" integer, "column" text, problem text, cells jsonb)`,
        [file.id, JSON.stringify(refusals)],
      );
      return true;
    });
  }

  private async refuse(id: string, { problem, details }: UnreadableFileError): Promise<void> {
    const refused = { content: null, problem, missingColumns: [...details], finishedAt: this.clock.now() };
    await this.db.transaction((tx) =>
      tx.manager.update(GiftImport, { id, status: 'checking' }, { ...refused, status: 'refused' }),
    );
  }

  private async campaigns({ chapters }: File): Promise<Map<string, ImportCampaign>> {
    const rows = await this.db.query<ImportCampaign>(
      `SELECT id, slug, currency, language, time_zone AS "timeZone",
         ($2::timestamptz AT TIME ZONE time_zone)::date AS today
       FROM fundraising.campaign
       WHERE status IN ('live', 'paused', 'ended') AND ($1::uuid[] IS NULL OR chapter_id = ANY ($1))`,
      [chapters, this.clock.now()],
    );
    return new Map(rows.map((campaign) => [campaign.slug.toLowerCase(), campaign]));
  }

  /** Converts the date to noon in the campaign's time zone, or to now if that noon is in the future. */
  private async keep(tx: Tx, file: File, rows: readonly GoodRow[]): Promise<void> {
    await tx.query(
      `INSERT INTO fundraising.gift_import_row (import_id, n, content)
       SELECT $1, r.n, r.draft || jsonb_build_object('recordedBy', $3::text, 'campaignSlug', r."campaignSlug",
         'receivedOn', r."receivedOn",
         'paidAt', least((r."receivedOn"::date + time '12:00') AT TIME ZONE r."timeZone", $4))
       FROM jsonb_to_recordset($2) AS r (n integer, draft jsonb, "campaignSlug" text, "receivedOn" text, "timeZone" text)`,
      [file.id, JSON.stringify(rows), file.importedBy, this.clock.now()],
    );
  }
}

async function count(rows: AsyncGenerator<unknown>): Promise<number> {
  let n = 0;
  while (!(await rows.next()).done) n += 1;
  return n;
}

interface Part {
  good: GoodRow[];
  refusals: Array<ImportRefusal & Pick<CsvRow, 'cells'>>;
}

/** Anonymizes rows of donors who were erased after the upload. The lock waits for erasures in progress. */
async function withoutErased(tx: Tx, { good, refusals }: Part): Promise<Part> {
  await tx.query('LOCK TABLE fundraising.gift_import_row, fundraising.gift_import_refusal IN ROW EXCLUSIVE MODE');
  const addresses = [...good.map(({ draft }) => draft.email), ...refusals.map(({ cells }) => cells.email)];
  const erased = await findErasedAddresses(
    tx,
    addresses.filter((address): address is string => Boolean(address)),
  );
  if (erased.size === 0) return { good, refusals };
  const isErased = (address: string | null) => address !== null && erased.has(address.toLowerCase());
  const nameless = { name: '—', email: null, anonymous: true };
  return {
    good: good.map((row) => (isErased(row.draft.email) ? { ...row, draft: { ...row.draft, ...nameless } } : row)),
    refusals: refusals.map((row) => (isErased(row.cells.email) ? { ...row, cells: {} as CsvRow['cells'] } : row)),
  };
}

async function withoutKnown(tx: Tx, good: readonly GoodRow[]): Promise<GoodRow[]> {
  const known = await tx.query<{ ref: string }>(
    'SELECT external_ref AS ref FROM fundraising.gift WHERE external_ref = ANY ($1)',
    [good.map(({ draft }) => draft.externalRef)],
  );
  const refs = new Set(known.map(({ ref }) => ref));
  return good.filter(({ draft }) => !refs.has(draft.externalRef!));
}
