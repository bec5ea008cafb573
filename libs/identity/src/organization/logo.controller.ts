import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { FileStore, sendFile, Uploads } from '@upstander/files';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/current-actor.js';
import { Logos } from './logos.service.js';
import { logoPath } from './organization-settings.service.js';

const maxMegabytes = 2;

/** The request body of an upload is the file itself. */
@Controller('logo')
export class LogoController {
  constructor(
    private readonly logos: Logos,
    private readonly files: FileStore,
    private readonly uploads: Uploads,
  ) {}

  @Post()
  @HttpCode(201)
  @Allow('admin')
  async upload(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<{ id: string; url: string }> {
    await this.logos.admit(actor);
    const { id } = await this.logos.save(actor, await this.uploads.read(request.body, maxMegabytes));
    return { id, url: logoPath({ id }) };
  }

  @Get(':id(^[0-9a-f-]{36}).png')
  @Allow('anyone')
  async show(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const file = await this.files.open(await this.logos.file(id));
    void reply
      .header('content-type', 'image/png')
      // The content was uploaded, so nothing in it may run.
      .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('cache-control', 'public, max-age=31536000, immutable');
    void sendFile(reply, file);
  }
}
