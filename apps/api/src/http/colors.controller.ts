import { Controller, Get, Req, Res } from '@nestjs/common';
import { Allow } from '@upstander/identity';
import { Config, notFound } from '@upstander/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { colorsPath, colorsSheet } from '../site/site-organization.js';

/** The organization's colors as a style sheet of the site. */
@Controller('colors')
export class ColorsController {
  constructor(private readonly config: Config) {}

  @Get(':hash(^[0-9a-f]{16}).css')
  @Allow('anyone')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    // A page that was open during a change names the former sheet.
    if (request.raw.url?.split('?')[0] !== colorsPath(this.config)) throw notFound('This style sheet');
    await reply
      .header('content-type', 'text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(colorsSheet(this.config));
  }
}
