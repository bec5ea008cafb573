import { Injectable } from '@nestjs/common';
import { Clock, columnsOf, Config, Database, dayIn, JobHandler, type Job, type Tx } from '@upstander/platform';
import { Service } from '../services/service.entity.js';
import { organizationOf } from '../services/organization-of.js';
import { changedBy, newSlug, type Said } from './service-said.js';

const chunk = 200;

interface Row {
  n: number;
  hsdsId: string;
  serviceId: string | null;
  said: Said;
}

/**
 * Writes what checked files say, a chunk at a time: how far it is shows while it goes on, and a kill loses nothing. What a
 * file brings is not on the site, and waits for somebody who asks there; so does what it changes.
 */
@JobHandler('import-services')
@Injectable()
export class ImportServices implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    for (let more = true; more && !signal.aborted;) more = await this.db.transaction((tx) => this.next(tx));
  }

  /** One chunk of the oldest file that nobody else works on. False: there is none. */
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
    const organizations = new Map<string, string>();
    for (const row of rows) await this.write(tx, row, organizations);
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

  /** Looked at once more: since the file was compared, somebody may have changed it, or another file brought it. */
  private async write(tx: Tx, { hsdsId, said }: Row, organizations: Map<string, string>): Promise<void> {
    const [service] = await tx.query<Service & { organizationName: string } & Record<string, unknown>>(
      `SELECT ${columnsOf(Service, 's', 'staff')}, o.name AS "organizationName"
       FROM learning.service s JOIN learning.organization o ON o.id = s.organization_id
       WHERE s.hsds_id = $1 OR (s.hsds_id IS NULL AND s.id::text = $1) FOR UPDATE OF s`,
      [hsdsId],
    );
    const now = this.clock.now();
    const { organizationName, assuredOn, ...fields } = service ? changedBy(said, service) : said;
    const today = dayIn(this.config.TIME_ZONE, now);
    let organizationId: string | undefined;
    if (organizationName !== undefined) {
      organizationId = organizations.get(organizationName) ?? (await organizationOf(tx, organizationName, now));
      organizations.set(organizationName, organizationId);
    }
    if (service) {
      if (Object.keys(fields).length === 0 && organizationId === undefined) return;
      await tx.manager.update(Service, service.id, {
        ...fields,
        ...(organizationId !== undefined && { organizationId }),
        // Distances are counted from where it is now, unless that is kept.
        ...(fields.postcode !== undefined &&
          service.searchPostcode === service.postcode && { searchPostcode: fields.postcode || null }),
        ...{ toVerify: true, updatedAt: now },
      });
      return;
    }
    const yesterday = dayBefore(today);
    await tx.manager.insert(Service, {
      ...(fields as Partial<Service>),
      ...{
        organizationId: organizationId!,
        hsdsId,
        slug: newSlug(fields.name ?? ''),
        published: false,
        toVerify: true,
      },
      ...{ searchPostcode: fields.postcode ?? null, createdAt: now, updatedAt: now },
      // Somebody else asked there; we have not.
      assuredOn: assuredOn !== undefined && assuredOn < yesterday ? assuredOn : dayBefore(yesterday),
      assureBy: yesterday,
    });
  }
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
