import { Injectable } from '@nestjs/common';
import { accountName, type Actor } from '@upstander/identity';
import { Clock, selectList, Database, insertRow, isUuid, JobQueue, notFound } from '@upstander/platform';
import type { ServiceNeed } from '../services/service.entity.js';
import { ServiceImport, type ManagedServiceImport, type RunServiceImportInput } from './service-import.entity.js';

type ServiceImportRow = ManagedServiceImport & Record<string, unknown>;

const select = `SELECT ${selectList(ServiceImport, 'i', 'staff')}, ${accountName('i.imported_by')} AS "importedByName", f.faults, p.preview
  FROM learning.service_import i
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('row', r.n, 'field', r.field, 'problem', r.problem, 'kept', r.kept) ORDER BY r.n, r.field),
        '[]') AS faults
      FROM (SELECT * FROM learning.service_import_fault WHERE import_id = i.id ORDER BY n, field LIMIT 200) r
    ) f
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('row', r.n, 'hsdsId', r.hsds_id, 'isNew', r.service_id IS NULL,
        'name', coalesce(r.said ->> 'name', s.name, ''), 'changed', r.changed) ORDER BY r.n), '[]') AS preview
      FROM (SELECT * FROM learning.service_import_row WHERE import_id = i.id ORDER BY n LIMIT 50) r
        LEFT JOIN learning.service s ON s.id = r.service_id
    ) p`;

@Injectable()
export class ServiceImports {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
  ) {}

  /** A job compares the file, because this process serves requests. */
  async submit(
    actor: Actor,
    { content, fileName, need }: { content: Buffer; fileName: string; need: ServiceNeed },
  ): Promise<ManagedServiceImport> {
    const id = await this.db.transaction(async (tx) => {
      const id = await insertRow(tx.manager, ServiceImport, {
        content,
        fileName,
        need,
        importedBy: actor.accountId!,
        createdAt: this.clock.now(),
      });
      tx.afterCommit(() => this.queue.enqueue('check-service-imports'));
      return id;
    });
    return this.byId(id);
  }

  /**
   * Does nothing if the import was already started.
   * @throws Refusal NOT_FOUND
   */
  async run({ id }: RunServiceImportInput): Promise<ManagedServiceImport> {
    await this.byId(id);
    await this.db.transaction(async (tx) => {
      await tx.manager.update(ServiceImport, { id, status: 'checked' }, { status: 'importing' });
      tx.afterCommit(() => this.queue.enqueue('import-services'));
    });
    return this.byId(id);
  }

  /** Returns the last twenty imports, newest first. */
  list(): Promise<ManagedServiceImport[]> {
    return this.db.query<ServiceImportRow>(`${select} ORDER BY i.created_at DESC, i.id LIMIT 20`);
  }

  /** @throws Refusal NOT_FOUND */
  async byId(id: string): Promise<ManagedServiceImport> {
    const [found] = isUuid(id) ? await this.db.query<ServiceImportRow>(`${select} WHERE i.id = $1`, [id]) : [];
    if (!found) throw notFound('This file');
    return found;
  }
}
