import { Controller, Get, Query, Res } from '@nestjs/common';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import type { FastifyReply } from 'fastify';
import { CsvExports, type ExportQuery } from './csv-exports.js';
import { ledgerExport } from './export-sql.js';

/**
 * Exports the ledger as CSV: `?from=2026-01-01&to=2026-12-31&campaign=<id>`, all optional. Dates and times are in
 * `zone`, or UTC. `bom=0` omits the byte order mark.
 */
@Area('ledger')
@Controller('exports')
export class ExportsController {
  constructor(private readonly exports: CsvExports) {}

  @Get('ledger.csv')
  @Allow('finance')
  ledger(@CurrentActor() actor: Actor, @Query() query: ExportQuery, @Res() reply: FastifyReply): void {
    const request = this.exports.request(actor, query, []);
    this.exports.send(reply, 'ledger.csv', ledgerExport(request), request.zone, query);
  }
}
