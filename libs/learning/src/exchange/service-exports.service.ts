import { Injectable } from '@nestjs/common';
import { Database } from '@upstander/platform';
import { publicAnswers, publicColumns } from '../services/service-reads.js';
import { HsdsPackage } from './hsds-package.js';
import { hsdsOf, type ExportedService, type HsdsService } from './hsds.js';
import { zipOf } from './zip.js';

const chunk = 500;

/** Exports the public directory as HSDS 3, without unpublished services and confidential parts. */
@Injectable()
export class ServiceExports {
  constructor(private readonly db: Database) {}

  async *json(): AsyncGenerator<string> {
    let before = '[';
    for await (const service of this.services()) {
      yield `${before}\n${JSON.stringify(service)}`;
      before = ',';
    }
    yield before === '[' ? '[]\n' : '\n]\n';
  }

  async zip(): Promise<Buffer> {
    const tables = new HsdsPackage();
    for await (const service of this.services()) tables.add(service);
    return zipOf(tables.files());
  }

  private async *services(): AsyncGenerator<HsdsService> {
    for (let after: string | null = null; ;) {
      const rows: Array<ExportedService & Record<string, unknown>> = await this.page(after);
      for (const row of rows) yield hsdsOf(row);
      if (rows.length < chunk) return;
      after = rows.at(-1)!.id;
    }
  }

  private page(after: string | null): Promise<Array<ExportedService & Record<string, unknown>>> {
    return this.db.query<ExportedService & Record<string, unknown>>(
      `SELECT ${publicColumns}, ${publicAnswers}, s.organization_id AS "organizationId",
         coalesce(s.hsds_id, s.id::text) AS "hsdsId", NULL::integer AS "distanceKm", NULL::boolean AS "isNear"
       FROM learning.service s JOIN learning.organization o ON o.id = s.organization_id
       WHERE s.published AND ($1::uuid IS NULL OR s.id > $1) ORDER BY s.id LIMIT ${chunk}`,
      [after],
    );
  }
}
