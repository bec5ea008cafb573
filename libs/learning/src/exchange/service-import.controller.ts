import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { Allow, Area, CurrentActor, RateLimits, type Actor } from '@upstander/identity';
import { fileNameOf, requireMediaType, Uploads } from '@upstander/files';
import { badInput } from '@upstander/platform';
import type { FastifyRequest } from 'fastify';
import { ServiceNeed } from '../services/service.entity.js';
import type { ManagedServiceImport } from './service-import.entity.js';
import { ServiceImports } from './service-imports.service.js';

const uploadType = 'application/octet-stream';
const maxMegabytes = 50;

/** Accepts a file of services as the request body: JSON or a ZIP of tables, as HSDS 3. */
@Area('help_directory')
@Controller('imports')
export class ServiceImportController {
  constructor(
    private readonly imports: ServiceImports,
    private readonly limits: RateLimits,
    private readonly uploads: Uploads,
  ) {}

  @Post('services')
  @HttpCode(201)
  @Allow('moderator', 'advocate')
  async upload(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Query('fileName') fileName: unknown,
    @Query('need') need: unknown,
  ): Promise<ManagedServiceImport> {
    requireMediaType(request.headers, uploadType, 'not-a-file');
    const serviceNeed = Object.values(ServiceNeed).find((one) => one === need);
    if (!serviceNeed) throw badInput({ need: 'required' });
    await this.limits.consume('service-upload', String(actor.accountId));
    const content = await this.uploads.read(request.body, maxMegabytes);
    return this.imports.submit(actor, { content, need: serviceNeed, fileName: fileNameOf(fileName, 'services') });
  }
}
