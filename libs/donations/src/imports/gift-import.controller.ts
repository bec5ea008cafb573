import { Controller, Get, Header, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { Allow, Area, CurrentActor, type Actor, OnlyWith } from '@upstander/identity';
import { CopyStream, fileNameOf, requireMediaType, Uploads } from '@upstander/files';
import { Clock, Config, Database } from '@upstander/platform';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { ManagedGiftImport } from './gift-import.entity.js';
import { GiftImports } from './gift-imports.service.js';
import { refusedRows, templateFile } from './import-files.js';
import { ImportReads } from './import-reads.service.js';

const maxMegabytes = 8;

/** The request body of an upload is the CSV file itself. */
@Area('gifts')
@Controller('imports')
export class GiftImportController {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly imports: GiftImports,
    private readonly reads: ImportReads,
    private readonly uploads: Uploads,
  ) {}

  @Post('gifts')
  @HttpCode(201)
  @OnlyWith('fundraising')
  @Allow('finance')
  async upload(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Query('fileName') fileName: unknown,
  ): Promise<ManagedGiftImport> {
    requireMediaType(request.headers, 'text/csv', 'not-a-csv');
    return this.imports.submit(
      actor,
      await this.uploads.read(request.body, maxMegabytes),
      fileNameOf(fileName, 'gifts.csv'),
    );
  }

  @Get('gifts-template.csv')
  @Header('cache-control', 'private, no-store')
  @Allow('finance')
  template(): StreamableFile {
    const text = templateFile(this.clock.today(), this.config.CURRENCIES[0]!);
    return csvFile('gifts-template.csv', Readable.from([text]));
  }

  @Get('gifts/:id/refused.csv')
  @Header('cache-control', 'private, no-store')
  @Allow('finance')
  async refused(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    const file = await this.reads.byId(actor, id);
    const seconds = this.config.DATABASE_JOB_SECONDS;
    return csvFile('refused-rows.csv', new CopyStream(this.db.pool, refusedRows(file.id), { seconds }));
  }
}

function csvFile(name: string, content: Readable): StreamableFile {
  return new StreamableFile(content, {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}"`,
  });
}
