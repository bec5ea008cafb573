import { Controller, Get, Query, Res } from '@nestjs/common';
import { CsvExports, type ExportQuery } from '@upstander/accounting';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import type { FastifyReply } from 'fastify';
import { giftFilters, giftsExport } from './gift-export.js';

/** Accepts the parameters of the ledger's export and the filters of the gift list. */
@Area('gifts')
@Controller('exports')
export class GiftExportController {
  constructor(private readonly exports: CsvExports) {}

  @Get('gifts.csv')
  @Allow('finance')
  gifts(@CurrentActor() actor: Actor, @Query() query: ExportQuery, @Res() reply: FastifyReply): void {
    const request = this.exports.request(actor, query, giftFilters);
    this.exports.send(reply, 'gifts.csv', giftsExport(request), request.zone, query);
  }
}
