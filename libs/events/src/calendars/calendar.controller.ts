import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { Allow } from '@upstander/identity';
import { sha256 } from '@upstander/platform';
import type { FastifyReply } from 'fastify';
import { Calendars } from './calendars.service.js';

const publicCache = 'public, max-age=300';
const localeOf = (lang: unknown) => (lang === 'es' ? 'es' : 'en');

@Controller()
export class CalendarController {
  constructor(private readonly calendars: Calendars) {}

  @Get('events/:slug(^[A-Za-z0-9-]+).ics')
  @Allow('anyone')
  async event(
    @Param('slug') slug: string,
    @Query() query: Record<string, unknown>,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { shift, signup } = query;
    const locale = localeOf(query['lang']);
    if (typeof shift === 'string' && typeof signup === 'string') {
      const file = await this.calendars.forNewSignup(slug, shift, signup, locale);
      return send(reply, file, { ifNoneMatch, fileName: slug, cache: 'no-store' });
    }
    send(reply, await this.calendars.forEvent(slug, locale), { ifNoneMatch, fileName: slug, cache: publicCache });
  }

  @Get('events.ics')
  @Allow('anyone')
  async events(
    @Query('lang') lang: unknown,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.calendars.forEvents(null, localeOf(lang));
    send(reply, file, { ifNoneMatch, fileName: 'events', cache: publicCache });
  }

  @Get('chapters/:slug(^[A-Za-z0-9-]+).ics')
  @Allow('anyone')
  async chapter(
    @Param('slug') slug: string,
    @Query('lang') lang: unknown,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.calendars.forEvents(slug, localeOf(lang));
    send(reply, file, { ifNoneMatch, fileName: slug, cache: publicCache });
  }

  @Get('s/:token(^[A-Za-z0-9_-]+).ics')
  @Allow('anyone')
  async signup(
    @Param('token') token: string,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.calendars.forSignup(token), { ifNoneMatch, fileName: 'shift', cache: 'no-store' });
  }

  @Get('calendar/:token(^[A-Za-z0-9_-]+).ics')
  @Allow('anyone')
  async feed(
    @Param('token') token: string,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.calendars.findByFeedToken(token), { ifNoneMatch, fileName: 'shifts', cache: 'no-store' });
  }
}

/** Supports If-None-Match, because calendars poll every few hours. */
function send(
  reply: FastifyReply,
  file: string,
  options: { ifNoneMatch: string | undefined; fileName: string; cache: string },
): void {
  const etag = `"${sha256(file).toString('base64url')}"`;
  void reply
    .header('content-type', 'text/calendar; charset=utf-8')
    .header('content-disposition', `attachment; filename="${options.fileName}.ics"`)
    .header('cache-control', options.cache)
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex')
    .header('etag', etag);
  const isUnchanged = options.ifNoneMatch?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  void (isUnchanged ? reply.status(304).send() : reply.send(file));
}
