import { findErasedAddresses } from '@upstander/identity';
import { FileAttempts, UnreadableFileError } from '@upstander/files';
import { Clock, Database, JobHandler, type Job, type Tx } from '@upstander/platform';
import { RowChecks, type ValidRow, type ImportCampaign } from './check-rows.js';
import { GiftImport, type ImportRefusal } from './gift-import.entity.js';
import { readCsv, type CsvRow } from './read-csv.js';

const chunk = 500;
const kind = 'gift-import';

type File = Pick<GiftImport, 'id' | 'chapters' | 'importedBy' | 'rowsRead'> & { content: Buffer };

/** Works in chunks, so progress is visible and checked rows survive a crash. */
@JobHandler('check-gift-imports')
export class CheckGiftImports implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly attempts: FileAttempts,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    for (let hasMore = true; hasMore && !signal.aborted;) hasMore = await this.next(signal);
  }

  /** Returns false if no file is left. */
  private async next(signal: AbortSignal): Promise<boolean> {
    const pendingImports = await this.db.query<{ id: string }>(
      `SELECT id FROM fundraising.gift_import WHERE status = 'checking' ORDER BY created_at, id LIMIT 50`,
    );
    return this.attempts.readNext(
      kind,
      pendingImports.map(({ id }) => id),
      { read: (id) => this.readImport(id, signal), refuse: (id, error) => this.refuseFile(id, error) },
    );
  }

  private async readImport(id: string, signal: AbortSignal): Promise<void> {
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
    let readCount = 0;
    let goodRows: ValidRow[] = [];
    let refusals: Array<ImportRefusal & Pick<CsvRow, 'cells'>> = [];
    for await (const row of readCsv(file.content)) {
      const checkedRow = checks.check(row);
      readCount += 1;
      // A previous attempt stored these rows. They are read again to collect their references.
      if (readCount <= file.rowsRead) continue;
      if ('draft' in checkedRow) goodRows.push(checkedRow);
      else refusals.push({ ...checkedRow, cells: row.cells });
      if (readCount < total && goodRows.length + refusals.length < chunk) continue;
      const before = readCount - goodRows.length - refusals.length;
      if (!(await this.write(file, { good: goodRows, refusals, before, read: readCount, total }))) return;
      if (signal.aborted) return;
      await this.attempts.advance(kind, file.id);
      [goodRows, refusals] = [[], []];
    }
  }

  /** Returns false if another worker has moved the position. */
  private async write(file: File, part: Part & { before: number; read: number; total: number }): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const isDone = part.read === part.total;
      const { good: goodRows, refusals } = await removeErased(tx, part);
      const newRows = await removeKnown(tx, goodRows);
      const updatedRows = await tx.query(
        `UPDATE fundraising.gift_import SET rows_total = $4, rows_read = $3, rows_known = rows_known + $5,
           rows_refused = rows_refused + $6, status = CASE WHEN $7 THEN 'checked' ELSE status END,
           content = CASE WHEN $7 THEN NULL ELSE content END
         WHERE id = $1 AND status = 'checking' AND rows_read = $2 RETURNING id`,
        [file.id, part.before, part.read, part.total, goodRows.length - newRows.length, refusals.length, isDone],
      );
      if (updatedRows.length === 0) return false;
      await this.saveRows(tx, file, newRows);
      await tx.query(
        `INSERT INTO fundraising.gift_import_refusal (import_id, n, column_name, problem, cells)
         SELECT $1, r."row", r."column", r.problem, r.cells
         FROM jsonb_to_recordset($2) AS r ("row" integer, "column" text, problem text, cells jsonb)`,
        [file.id, JSON.stringify(refusals)],
      );
      return true;
    });
  }

  private async refuseFile(id: string, { problem, details }: UnreadableFileError): Promise<void> {
    const refusal = { content: null, problem, missingColumns: [...details], finishedAt: this.clock.now() };
    await this.db.transaction((tx) =>
      tx.manager.update(GiftImport, { id, status: 'checking' }, { ...refusal, status: 'refused' }),
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
  private async saveRows(tx: Tx, file: File, rows: readonly ValidRow[]): Promise<void> {
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
  good: ValidRow[];
  refusals: Array<ImportRefusal & Pick<CsvRow, 'cells'>>;
}

/** Anonymizes rows of donors who were erased after the upload. The lock waits for erasures in progress. */
async function removeErased(tx: Tx, { good: goodRows, refusals }: Part): Promise<Part> {
  await tx.query('LOCK TABLE fundraising.gift_import_row, fundraising.gift_import_refusal IN ROW EXCLUSIVE MODE');
  const addresses = [...goodRows.map(({ draft }) => draft.email), ...refusals.map(({ cells }) => cells.email)];
  const erasedAddresses = await findErasedAddresses(
    tx,
    addresses.filter((address): address is string => Boolean(address)),
  );
  if (erasedAddresses.size === 0) return { good: goodRows, refusals };
  const isErased = (address: string | null) => address !== null && erasedAddresses.has(address.toLowerCase());
  const erasedDonor = { name: '—', email: null, anonymous: true };
  return {
    good: goodRows.map((row) =>
      isErased(row.draft.email) ? { ...row, draft: { ...row.draft, ...erasedDonor } } : row,
    ),
    refusals: refusals.map((row) => (isErased(row.cells.email) ? { ...row, cells: {} as CsvRow['cells'] } : row)),
  };
}

async function removeKnown(tx: Tx, goodRows: readonly ValidRow[]): Promise<ValidRow[]> {
  const knownRefs = await tx.query<{ ref: string }>(
    'SELECT external_ref AS ref FROM fundraising.gift WHERE external_ref = ANY ($1)',
    [goodRows.map(({ draft }) => draft.externalRef)],
  );
  const refs = new Set(knownRefs.map(({ ref }) => ref));
  return goodRows.filter(({ draft }) => !refs.has(draft.externalRef!));
}
