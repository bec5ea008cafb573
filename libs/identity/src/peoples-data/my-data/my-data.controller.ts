import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Config, Database } from '@upstander/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Actor } from '../../access/actor.js';
import { Allow } from '../../access/allow.js';
import { CurrentActor } from '../../access/current-actor.js';
import { RateLimits } from '../../rate-limits/rate-limits.js';
import { exportOfPerson } from './data-export.js';
import { DataRequests } from '../requests/data-requests.service.js';
import { MyDataService } from './my-data.service.js';

/** Possession of the emailed link grants access. */
@Controller('my-data')
export class MyDataController {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly limits: RateLimits,
    private readonly data: MyDataService,
    private readonly requests: DataRequests,
  ) {}

  @Get(':token(^[A-Za-z0-9_-]+).zip')
  @Allow('anyone')
  async export(
    @CurrentActor() actor: Actor,
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.limits.consume('my-data-file', actor.address);
    const isDownload = request.method !== 'HEAD';
    const { email, locale } = await (isDownload
      ? this.data.startDownload(actor, token)
      : this.data.requireOpenLink(actor, token));
    void reply
      .header('content-type', 'application/zip')
      .header('content-disposition', `attachment; filename="${locale === 'es' ? 'mis-datos' : 'my-data'}.zip"`)
      .header('cache-control', 'private, no-store')
      .header('x-robots-tag', 'noindex');
    // A HEAD request does not count as a download.
    if (!isDownload) return void reply.send();
    const { ORGANIZATION_NAME: site, TIME_ZONE: timeZone } = this.config;
    const recordExport = () => this.requests.completeExport(email, locale);
    const zip = exportOfPerson(this.db, email, { locale, site, timeZone, written: recordExport });
    void reply.send(Readable.fromWeb(zip as ReadableStream<Uint8Array>));
  }
}
