import { FileAttempts, ReadingProcess, type UnreadableFileError } from '@upstander/files';
import { Clock, selectList, Database, JobHandler, type Job } from '@upstander/platform';
import { Service } from '../services/service.entity.js';
import type { ServiceText } from './hsds-words.js';
import type { HsdsPart } from './read-hsds.js';
import { ServiceImport } from './service-import.entity.js';
import {
  areaKey,
  changedBy,
  fitService,
  normalizeFields,
  type FileService,
  type ImportedFields,
} from './imported-service.js';

const chunk = 500;
const kind = 'service-import';
const maxUnreadFiles = 50;
/** The tables of a ZIP are joined in memory. */
const reader = new ReadingProcess<Uint8Array, HsdsPart>('hsds', import.meta.url, { memoryMb: 256 });

type File = Pick<ServiceImport, 'id' | 'rowsRead' | 'need'> & { content: Buffer };
type StoredService = Service & { organizationName: string; key: string };
interface ComparedRow {
  row: number;
  hsdsId: string;
  serviceId: string | null;
  said: ImportedFields;
  changed: string[];
}
interface ComparisonResult {
  writes: ComparedRow[];
  faults: Array<{ row: number; field: string; problem: string; kept: boolean }>;
  unchanged: number;
  refused: number;
}

/** Works in chunks, so progress is visible and survives a restart. */
@JobHandler('check-service-imports')
export class CheckServiceImports implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly attempts: FileAttempts,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    for (let more = true; more && !signal.aborted;) more = await this.next(signal);
  }

  /** Claims the oldest file that no other process is reading. Returns false if there is none. */
  private async next(signal: AbortSignal): Promise<boolean> {
    const waiting = await this.db.query<{ id: string }>(
      `SELECT id FROM learning.service_import WHERE status = 'checking' ORDER BY created_at, id LIMIT 50`,
    );
    return this.attempts.readNext(
      kind,
      waiting.map(({ id }) => id),
      { read: (id) => this.readImport(id, signal), refuse: (id, why) => this.refuseFile(id, why) },
    );
  }

  private async readImport(id: string, signal: AbortSignal): Promise<void> {
    const [file] = await this.db.query<File>(
      `SELECT id, content, need, rows_read AS "rowsRead" FROM learning.service_import
       WHERE id = $1 AND status = 'checking' AND content IS NOT NULL`,
      [id],
    );
    if (!file) return;
    // Counts first, so a file that is refused as a whole leaves nothing behind and progress has a total.
    let total = 0;
    const unread: string[] = [];
    for await (const part of reader.read(file.content)) {
      if ('words' in part) total += 1;
      else if (unread.length < maxUnreadFiles) unread.push(part.unreadFile);
    }
    await this.db.manager.update(ServiceImport, { id, status: 'checking' }, { skippedFiles: unread });
    await this.check(file, total, signal);
  }

  private async check(file: File, total: number, signal: AbortSignal): Promise<void> {
    const seen = new Set<string>();
    let readCount = 0;
    let part: ServiceText[] = [];
    for await (const one of reader.read(file.content)) {
      if (!('words' in one)) continue;
      readCount += 1;
      // Already compared before a restart.
      if (readCount <= file.rowsRead) seen.add(one.words.hsdsId);
      else part.push(one.words);
      if (part.length === 0 || (readCount < total && part.length < chunk)) continue;
      const before = readCount - part.length;
      const found = await this.compare(file, await this.matchServices(part), before, seen);
      if (!(await this.write(file, found, { before, read: readCount, total })) || signal.aborted) return;
      await this.attempts.advance(kind, file.id);
      part = [];
    }
  }

  private async refuseFile(id: string, { problem }: UnreadableFileError): Promise<void> {
    const refused = { content: null, problem, finishedAt: this.clock.now(), status: 'refused' } as const;
    await this.db.transaction((tx) => tx.manager.update(ServiceImport, { id, status: 'checking' }, refused));
  }

  /** Converts services to our model and looks up the codes of their states and counties. */
  private async matchServices(part: readonly ServiceText[]): Promise<FileService[]> {
    const keys = new Set(
      part.flatMap(({ areas }) => areas.flatMap(({ name, code }) => [areaKey(name), areaKey(code ?? '')])),
    );
    // A county's name alone, for example Orange County, can be ambiguous.
    const rows = await this.db.query<{ key: string; code: string }>(
      `SELECT k.key, min(a.code) AS code FROM unnest($1::text[]) AS k (key)
       JOIN platform.area a ON k.key IN (lower(a.code), lower(a.label), lower(a.name)) OR (length(a.code) = 2 AND k.key = lower(a.state))
       WHERE k.key <> '' GROUP BY k.key HAVING count(*) = 1`,
      [[...keys]],
    );
    const codes = new Map(rows.map(({ key, code }) => [key, code]));
    return part.map((words) => fitService(words, codes));
  }

  private async compare(
    file: File,
    part: readonly FileService[],
    at: number,
    seen: Set<string>,
  ): Promise<ComparisonResult> {
    const known = await this.findStored(part.map(({ hsdsId }) => hsdsId));
    const found: ComparisonResult = { writes: [], faults: [], unchanged: 0, refused: 0 };
    for (const [i, { hsdsId, said, faults, notes }] of part.entries()) {
      const row = at + i + 1;
      if (seen.has(hsdsId)) faults['id'] ??= 'repeated-in-this-file';
      seen.add(hsdsId);
      const service = known.get(hsdsId) ?? null;
      // A file doesn't have to name an existing service.
      if (service && faults['name'] === 'required') delete faults['name'];
      const faultEntries = Object.entries(faults);
      const reported = faultEntries.length > 0 ? faultEntries : Object.entries(notes);
      found.faults.push(
        ...reported.map(([field, problem]) => ({ row, field, problem, kept: faultEntries.length === 0 })),
      );
      if (faultEntries.length > 0) {
        found.refused += 1;
        continue;
      }
      const write = service ? changedBy(said, service) : withDefaults(normalizeFields(said), file.need);
      const changed = Object.keys(write).filter((name) => name !== 'assuredOn');
      if (changed.length === 0) found.unchanged += 1;
      else found.writes.push({ row, hsdsId, serviceId: service?.id ?? null, said: write, changed });
    }
    return found;
  }

  /** Finds existing services by the ID in the file, or by our ID. */
  private async findStored(ids: readonly string[]): Promise<Map<string, StoredService>> {
    const rows = await this.db.query<StoredService & Record<string, unknown>>(
      `SELECT ${selectList(Service, 's', 'staff')}, o.name AS "organizationName", coalesce(s.hsds_id, s.id::text) AS key
       FROM learning.service s JOIN learning.organization o ON o.id = s.organization_id
       WHERE s.hsds_id = ANY ($1::text[]) OR (s.hsds_id IS NULL AND s.id::text = ANY ($1::text[]))`,
      [ids],
    );
    return new Map(rows.map((row) => [row.key, row]));
  }

  /** Writes one chunk. Returns false if another worker has advanced the file. */
  private write(
    file: File,
    { writes, faults, unchanged, refused }: ComparisonResult,
    { before, read, total }: { before: number; read: number; total: number },
  ): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const fresh = writes.filter(({ serviceId }) => serviceId === null).length;
      const moved = await tx.query(
        `UPDATE learning.service_import SET rows_total = $4::integer, rows_read = $3::integer, rows_new = rows_new + $5,
           rows_changed = rows_changed + $6, rows_unchanged = rows_unchanged + $7, rows_refused = rows_refused + $8,
           status = CASE WHEN $3::integer = $4::integer THEN 'checked' ELSE status END, content = CASE WHEN $3::integer = $4::integer THEN NULL ELSE content END
         WHERE id = $1 AND status = 'checking' AND rows_read = $2 RETURNING id`,
        [file.id, before, read, total, fresh, writes.length - fresh, unchanged, refused],
      );
      if (moved.length === 0) return false;
      await tx.query(
        `INSERT INTO learning.service_import_row (import_id, n, hsds_id, service_id, said, changed)
         SELECT $1, r."row", r."hsdsId", r."serviceId", r.said, r.changed
         FROM jsonb_to_recordset($2) AS r ("row" integer, "hsdsId" text, "serviceId" uuid, said jsonb, changed text[])`,
        [file.id, JSON.stringify(writes)],
      );
      await tx.query(
        `INSERT INTO learning.service_import_fault (import_id, n, field, problem, kept)
         SELECT $1, r."row", r.field, r.problem, r.kept
         FROM jsonb_to_recordset($2) AS r ("row" integer, field text, problem text, kept boolean)`,
        [file.id, JSON.stringify(faults)],
      );
      return true;
    });
  }
}

/**
 * Completes a new service. The standard requires neither a description nor an organization, so its name is used for
 * both.
 */
function withDefaults(said: ImportedFields, need: ServiceImport['need']): ImportedFields {
  return {
    ...said,
    description: said.description ?? said.name!,
    organizationName: said.organizationName ?? said.name!,
    needs: said.needs ?? [need],
  };
}
