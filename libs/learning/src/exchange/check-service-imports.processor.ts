import { Injectable } from '@nestjs/common';
import { Clock, columnsOf, Database, JobHandler, type Job } from '@upstander/platform';
import { setImmediate } from 'node:timers/promises';
import { Service } from '../services/service.entity.js';
import { FileRefusal, servicesIn } from './read-hsds.js';
import { ServiceImport } from './service-import.entity.js';
import { changedBy, saidBy, tidy, type FileService, type Said } from './service-said.js';

const chunk = 500;

type File = Pick<ServiceImport, 'id' | 'rowsRead' | 'need'> & { content: Buffer };
type Known = Service & { organizationName: string; key: string };
interface Compared {
  row: number;
  hsdsId: string;
  serviceId: string | null;
  said: Said;
  changed: string[];
}
interface Found {
  writes: Compared[];
  faults: Array<{ row: number; field: string; problem: string }>;
  unchanged: number;
  refused: number;
}

/**
 * Compares files of services with the directory, a chunk at a time: how far it is shows while it goes on, and after a kill
 * what was compared before stays so.
 */
@JobHandler('check-service-imports')
@Injectable()
export class CheckServiceImports implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    for (let more = true; more && !signal.aborted;) more = await this.next(signal);
  }

  /** The oldest file that waits. False: there is none, or another worker is at it. */
  private async next(signal: AbortSignal): Promise<boolean> {
    const [file] = await this.db.query<File>(
      `SELECT id, content, need, rows_read AS "rowsRead" FROM learning.service_import
       WHERE status = 'checking' AND content IS NOT NULL ORDER BY created_at, id LIMIT 1`,
    );
    if (!file) return false;
    try {
      const services = servicesIn(file.content).flatMap(saidBy);
      return await this.check(file, services, signal);
    } catch (error) {
      if (!(error instanceof FileRefusal)) throw error;
      const refused = {
        content: null,
        problem: error.problem,
        finishedAt: this.clock.now(),
        status: 'refused',
      } as const;
      await this.db.transaction((tx) => tx.manager.update(ServiceImport, { id: file.id, status: 'checking' }, refused));
      return true;
    }
  }

  private async check(file: File, services: readonly FileService[], signal: AbortSignal): Promise<boolean> {
    const seen = new Set(services.slice(0, file.rowsRead).map(({ hsdsId }) => hsdsId));
    for (let at = file.rowsRead; at < services.length; at += chunk) {
      const part = services.slice(at, at + chunk);
      const found = await this.compare(file, part, at, seen);
      const read = at + part.length;
      if (!(await this.write(file, found, { before: at, read, total: services.length }))) return false;
      if (signal.aborted) return false;
      await setImmediate();
    }
    return true;
  }

  private async compare(file: File, part: readonly FileService[], at: number, seen: Set<string>): Promise<Found> {
    const known = await this.known(part.map(({ hsdsId }) => hsdsId));
    const found: Found = { writes: [], faults: [], unchanged: 0, refused: 0 };
    for (const [i, { hsdsId, said, faults }] of part.entries()) {
      const row = at + i + 1;
      if (seen.has(hsdsId)) faults['id'] ??= 'repeated-in-this-file';
      seen.add(hsdsId);
      const service = known.get(hsdsId) ?? null;
      // Of one that is here already a file need not say all.
      if (service)
        for (const field of ['name', 'description', 'organizationName'])
          if (faults[field] === 'required') delete faults[field];
      const wrong = Object.entries(faults);
      if (wrong.length > 0) {
        found.refused += 1;
        found.faults.push(...wrong.map(([field, problem]) => ({ row, field, problem })));
        continue;
      }
      const write = service ? changedBy(said, service) : { ...tidy(said), needs: said.needs ?? [file.need] };
      const changed = Object.keys(write).filter((name) => name !== 'assuredOn');
      if (changed.length === 0) found.unchanged += 1;
      else found.writes.push({ row, hsdsId, serviceId: service?.id ?? null, said: write, changed });
    }
    return found;
  }

  /** Those that are here, by what they are called in files: an id of elsewhere, or our own. */
  private async known(ids: readonly string[]): Promise<Map<string, Known>> {
    const rows = await this.db.query<Known & Record<string, unknown>>(
      `SELECT ${columnsOf(Service, 's', 'staff')}, o.name AS "organizationName", coalesce(s.hsds_id, s.id::text) AS key
       FROM learning.service s JOIN learning.organization o ON o.id = s.organization_id
       WHERE s.hsds_id = ANY ($1::text[]) OR (s.hsds_id IS NULL AND s.id::text = ANY ($1::text[]))`,
      [ids],
    );
    return new Map(rows.map((row) => [row.key, row]));
  }

  /** One chunk. False when the file is not where it was left: another worker is at it. */
  private write(
    file: File,
    { writes, faults, unchanged, refused }: Found,
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
        `INSERT INTO learning.service_import_fault (import_id, n, field, problem)
         SELECT $1, r."row", r.field, r.problem
         FROM jsonb_to_recordset($2) AS r ("row" integer, field text, problem text)`,
        [file.id, JSON.stringify(faults)],
      );
      return true;
    });
  }
}
