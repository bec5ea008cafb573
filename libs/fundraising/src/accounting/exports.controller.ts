import { Controller, Get, Query, Res } from '@nestjs/common';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { Config, CopyOut, csvZone, Database } from '@upstander/platform';
import type { FastifyReply } from 'fastify';
import { AccountingAccess } from './accounting-access.js';
import { giftsExport, ledgerExport, type ExportRequest } from './export-sql.js';

const queryParameters = [
  'from',
  'to',
  'campaign',
  'zone',
  'status',
  'method',
  'frequency',
  'import',
  'donor',
  'text',
] as const;
type ExportQuery = Record<(typeof queryParameters)[number] | 'bom', unknown>;

/**
 * Exports the ledger and gifts as CSV: `?from=2026-01-01&to=2026-12-31&campaign=<id>`, all optional.
 * Dates and times are in `zone`, or UTC. Gifts also accept the filters of their list. `bom=0` omits the byte order
 * mark.
 */
@Controller('exports')
export class ExportsController {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly access: AccountingAccess,
  ) {}

  @Get('ledger.csv')
  @Allow('finance')
  ledger(@CurrentActor() actor: Actor, @Query() query: ExportQuery, @Res() reply: FastifyReply): void {
    const request = this.request(actor, query);
    this.send(reply, 'ledger.csv', ledgerExport(request), request.zone, query);
  }

  @Get('gifts.csv')
  @Allow('finance')
  gifts(@CurrentActor() actor: Actor, @Query() query: ExportQuery, @Res() reply: FastifyReply): void {
    const request = this.request(actor, query);
    this.send(reply, 'gifts.csv', giftsExport(request), request.zone, query);
  }

  private request(actor: Actor, query: ExportQuery): ExportRequest {
    const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
    const { all, chapters } = this.access.scope(actor, 'accounting:read');
    return {
      ...Object.fromEntries(queryParameters.map((name) => [name, text(query[name])])),
      zone: csvZone(query.zone),
      chapters: all ? null : chapters,
    };
  }

  private send(reply: FastifyReply, name: string, sql: string, zone: string, { bom }: ExportQuery): void {
    const seconds = this.config.DATABASE_JOB_SECONDS;
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'private, no-store')
      .header('x-robots-tag', 'noindex')
      .send(new CopyOut(this.db.pool, sql, { seconds, zone, bom: bom !== '0' }));
  }
}
