import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { badInput, Clock, Config, CopyOut, Database, dayIn } from '@upstander/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readBody } from './csv-body.js';
import type { ManagedGiftImport } from './gift-import.entity.js';
import { GiftImports } from './gift-imports.service.js';
import { refusedRows, templateFile } from './import-files.js';
import { ImportReads } from './import-reads.service.js';

/** Where a file of gifts comes in (its bytes are the body, as text/csv), and the files that help to make a good one. */
@Controller('imports')
export class GiftImportController {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly imports: GiftImports,
    private readonly reads: ImportReads,
  ) {}

  @Post('gifts')
  @HttpCode(201)
  @Allow('finance')
  async upload(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Query('fileName') fileName: unknown,
  ): Promise<ManagedGiftImport> {
    if (request.headers['content-type']?.split(';')[0]?.trim() !== 'text/csv') throw badInput({ file: 'not-a-csv' });
    const name =
      typeof fileName === 'string'
        ? fileName
            .replace(/\p{Cc}/gu, '')
            .trim()
            .slice(0, 200)
        : '';
    return this.imports.submit(actor, await readBody(request.body), name || 'gifts.csv');
  }

  @Get('gifts-template.csv')
  @Allow('finance')
  template(@Res() reply: FastifyReply): void {
    void asFile(reply, 'gifts-template.csv').send(
      templateFile(dayIn(this.config.TIME_ZONE, this.clock.now()), this.config.CURRENCIES[0]!),
    );
  }

  @Get('gifts/:id/refused.csv')
  @Allow('finance')
  async refused(@CurrentActor() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const file = await this.reads.byId(actor, id);
    void asFile(reply, 'refused-rows.csv').send(
      new CopyOut(this.db.pool, refusedRows(file.id), { seconds: this.config.DATABASE_JOB_SECONDS, bom: true }),
    );
  }
}

function asFile(reply: FastifyReply, name: string): FastifyReply {
  return reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'private, no-store');
}
