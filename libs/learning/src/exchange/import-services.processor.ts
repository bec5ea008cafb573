import { Clock, selectList, Database, JobHandler, type Job, type Tx } from '@upstander/platform';
import { Service } from '../services/service.entity.js';
import { organizationOf } from '../services/organization-of.js';
import { changedBy, newSlug, type ImportedFields } from './imported-service.js';

const chunk = 200;

type StoredService = Service & { organizationName: string; key: string };

interface Row {
  n: number;
  hsdsId: string;
  serviceId: string | null;
  said: ImportedFields;
}

/** New services are not published, and new or changed ones are due for verification. */
@JobHandler('import-services')
export class ImportServices implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    for (let more = true; more && !signal.aborted;) more = await this.db.transaction((tx) => this.next(tx));
  }

  /** Writes one chunk of the oldest file that no other process is writing. Returns false if there is none. */
  private async next(tx: Tx): Promise<boolean> {
    const [file] = await tx.query<{ id: string }>(
      `SELECT id FROM learning.service_import WHERE status = 'importing' ORDER BY created_at, id LIMIT 1
       FOR UPDATE SKIP LOCKED`,
    );
    if (!file) return false;
    const rows = await tx.query<Row & Record<string, unknown>>(
      `SELECT n, hsds_id AS "hsdsId", service_id AS "serviceId", said FROM learning.service_import_row
       WHERE import_id = $1 ORDER BY n LIMIT $2`,
      [file.id, chunk],
    );
    await this.write(tx, rows);
    await tx.query('DELETE FROM learning.service_import_row WHERE import_id = $1 AND n = ANY ($2::integer[])', [
      file.id,
      rows.map(({ n }) => n),
    ]);
    await tx.query(
      `UPDATE learning.service_import SET rows_written = rows_written + $2, status = CASE WHEN $3 THEN 'done' ELSE status END,
         finished_at = CASE WHEN $3 THEN $4::timestamptz END
       WHERE id = $1`,
      [file.id, rows.length, rows.length < chunk, this.clock.now()],
    );
    return true;
  }

  /** Compares again, because the services may have changed since the check. */
  private async write(tx: Tx, rows: readonly Row[]): Promise<void> {
    const known = await this.findStored(
      tx,
      rows.map(({ hsdsId }) => hsdsId),
    );
    const organizations = new Map<string, string>();
    const fresh: Array<Partial<Service>> = [];
    const now = this.clock.now();
    for (const { hsdsId, said } of rows) {
      const service = known.get(hsdsId);
      const { organizationName, assuredOn, ...fields } = service ? changedBy(said, service) : said;
      if (organizationName !== undefined && !organizations.has(organizationName)) {
        organizations.set(organizationName, await organizationOf(tx, organizationName, now));
      }
      const organizationId = organizations.get(organizationName ?? '');
      if (!service)
        fresh.push({ ...this.unverifiedService(fields, assuredOn), hsdsId, organizationId: organizationId! });
      else if (Object.keys(fields).length > 0 || organizationId !== undefined) {
        // Updates the ZIP code for distances, unless staff chose a different one.
        const moved = fields.postcode !== undefined && service.searchPostcode === (service.postcode || null);
        const changes = {
          ...fields,
          ...(moved && { searchPostcode: fields.postcode || null }),
          needsVerification: true,
          updatedAt: now,
        };
        await tx.manager.update(Service, service.id, {
          ...changes,
          ...(organizationId !== undefined && { organizationId }),
        });
      }
    }
    if (fresh.length > 0) await tx.manager.insert(Service, fresh);
  }

  private async findStored(tx: Tx, ids: readonly string[]): Promise<Map<string, StoredService>> {
    const services = await tx.query<StoredService & Record<string, unknown>>(
      `SELECT ${selectList(Service, 's', 'staff')}, o.name AS "organizationName", coalesce(s.hsds_id, s.id::text) AS key
       FROM learning.service s JOIN learning.organization o ON o.id = s.organization_id
       WHERE s.hsds_id = ANY ($1::text[]) OR (s.hsds_id IS NULL AND s.id::text = ANY ($1::text[])) FOR UPDATE OF s`,
      [ids],
    );
    return new Map(services.map((service) => [service.key, service]));
  }

  /** Returns a new service that is unpublished and due for verification, because no one here has contacted it. */
  private unverifiedService(fields: ImportedFields, assuredOn: string | undefined): Partial<Service> {
    const now = this.clock.now();
    const yesterday = dayBefore(this.clock.dayOf(now));
    return {
      ...fields,
      slug: newSlug(fields.name ?? ''),
      published: false,
      needsVerification: true,
      createdAt: now,
      updatedAt: now,
      searchPostcode: fields.postcode ?? null,
      assuredOn: assuredOn !== undefined && assuredOn < yesterday ? assuredOn : dayBefore(yesterday),
      assureBy: yesterday,
    };
  }
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
