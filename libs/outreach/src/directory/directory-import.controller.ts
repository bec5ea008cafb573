import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { Allow, CurrentActor, RateLimits, type Actor } from '@upstander/identity';
import { requireMediaType, Uploads } from '@upstander/files';
import type { FastifyRequest } from 'fastify';
import { DirectoryImports, type DirectoryImport } from './directory-imports.service.js';

/** Accepts an NCES file as text/csv for a preview, or with `write=1` for import. */
@Controller('imports')
export class DirectoryImportController {
  constructor(
    private readonly imports: DirectoryImports,
    private readonly limits: RateLimits,
    private readonly uploads: Uploads,
  ) {}

  @Post('schools')
  @HttpCode(200)
  @Allow('admin')
  async upload(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Query('write') write: unknown,
  ): Promise<DirectoryImport> {
    requireMediaType(request.headers, 'text/csv', 'not-a-csv');
    await this.limits.consume('school-upload', String(actor.accountId));
    return this.imports.importFile(await this.uploads.read(request.body), { write: write === '1' });
  }
}
