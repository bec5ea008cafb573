import { Controller, Get, Query, Res } from '@nestjs/common';
import { Allow, Area, CurrentActor, chapterName, type Actor } from '@upstander/identity';
import { CopyStream, copyCsv, csvCell, csvTime, csvZone, inlineValues } from '@upstander/files';
import { Config, Database, Values } from '@upstander/platform';
import type { FastifyReply } from 'fastify';
import { SiteMessageStatus } from './site-message.entity.js';
import { SiteMessages } from './site-messages.service.js';

/** Exports messages as CSV, with optional filters: `?status=OPEN&kind=replies&chapter=…&text=…&zone=…`. */
@Area('site_messages')
@Controller('exports')
export class SiteMessageController {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly messages: SiteMessages,
  ) {}

  @Get('site-messages.csv')
  @Allow('organizer')
  export(@CurrentActor() actor: Actor, @Query() query: Record<string, unknown>, @Res() reply: FastifyReply): void {
    const values = new Values();
    const text = (name: string) => (typeof query[name] === 'string' && query[name] !== '' ? query[name] : null);
    const status = Object.values(SiteMessageStatus).find((one) => one.toUpperCase() === text('status'));
    const kind = text('kind');
    const isReply = kind === 'replies' ? true : kind === 'site' ? false : null;
    const filter = { status: status ?? null, chapterId: text('chapter'), isReply, search: text('text') };
    const conditions = this.messages.filterConditions(actor, filter, values).join(' AND ');
    const sql = copyCsv(`
      SELECT ${csvTime('m.received_at')} AS received_at, m.status,
        ${csvCell(chapterName('m.chapter_id'))} AS chapter, ${csvCell('m.name')} AS name, ${csvCell('m.email::text')} AS email, m.language,
        ${csvCell('m.subject')} AS subject, ${csvCell('m.body')} AS body
      FROM outreach.site_message m
      WHERE ${inlineValues(conditions, values)} ORDER BY m.received_at DESC, m.id DESC`);
    const zone = csvZone(query['zone']);
    const seconds = this.config.DATABASE_JOB_SECONDS;
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="site-messages.csv"')
      .header('cache-control', 'private, no-store')
      .header('x-robots-tag', 'noindex')
      .send(new CopyStream(this.db.pool, sql, { seconds, zone, bom: query['bom'] !== '0' }));
  }
}
