import { Controller, Get, Query, Res } from '@nestjs/common';
import { Allow, Area, CurrentActor, chapterName, type Actor } from '@upstander/identity';
import { CopyStream, copyCsv, csvCell as text, csvTime, csvZone, inlineValues } from '@upstander/files';
import { badInput, Clock, Config, Database, DateTimeScalar, Values } from '@upstander/platform';
import type { FastifyReply } from 'fastify';
import { CredentialHolding } from '../held-credentials/credential-holding.js';
import { Standing } from '../standings/standing.js';
import { isMinor } from '../profile/volunteer-columns.js';
import { isVisibleTo, VolunteerAccess } from '../access/volunteer-access.js';
import { buildVolunteerQuery } from './volunteer-conditions.js';
import { VolunteerOrder, type VolunteerFilter } from './volunteer-filter.input.js';

const textFilters = ['text', 'chapterId', 'skillId', 'interestId', 'tag', 'language', 'credentialTypeId'] as const;

/**
 * Exports a list of volunteers as CSV, with the same filters: `?chapterId=…&tag=lead&weekday=6`, or `?ids=…,…`.
 * Times are in UTC or in `zone`. Accessibility needs, notes and emergency contacts are left out, because files are
 * passed around.
 */
@Area('volunteers')
@Controller('exports')
export class VolunteerExportController {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly access: VolunteerAccess,
  ) {}

  @Get('volunteers.csv')
  @Allow('organizer')
  volunteers(@CurrentActor() actor: Actor, @Query() query: Record<string, unknown>, @Res() reply: FastifyReply): void {
    const file = new CopyStream(this.db.pool, this.statement(actor, filterFrom(query)), {
      seconds: this.config.DATABASE_JOB_SECONDS,
      zone: csvZone(query['zone']),
      bom: query['bom'] !== '0',
    });
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="volunteers.csv"')
      .header('cache-control', 'private, no-store')
      .header('x-robots-tag', 'noindex')
      .send(file);
  }

  private statement(actor: Actor, filter: VolunteerFilter): string {
    const values = new Values();
    const chapters = this.access.chaptersOf(actor);
    const today = this.clock.today();
    const { from, joins, conditions, by, activeAt } = buildVolunteerQuery(
      filter,
      VolunteerOrder.NAME,
      chapters,
      values,
      today,
    );
    const visible = isVisibleTo('t', chapters, values);
    const tags = `(SELECT DISTINCT t.name FROM volunteers.tag t WHERE t.volunteer_id = v.id AND ${visible}) t`;
    const list = (name: string, rows: string) =>
      `(SELECT ${text(`string_agg(${name}, '; ' ORDER BY ${name})`)} FROM ${rows})`;
    const terms = (ids: string) => list('t.name', `volunteers.term t WHERE t.id = ANY (${ids})`);
    const body = (sql: string) => inlineValues(sql, values);
    return copyCsv(`
      SELECT v.id AS volunteer, ${text('v.name')} AS name, ${text('v.preferred_name')} AS preferred_name,
        ${text('v.email::text')} AS email, ${text('v.phone')} AS phone, v.locale,
        nullif(array_to_string(v.languages, '; '), '') AS languages, ${text(chapterName('v.home_chapter_id'))} AS home_chapter,
        ${terms('v.skill_ids')} AS skills, ${terms('v.interest_ids')} AS interests,
        ${body(list('t.name', tags))} AS tags,
        ${isMinor(String(this.clock.now().getUTCFullYear()))} AS is_minor,
        ${csvTime(activeAt)} AS active_at
      FROM ${from} ${joins}
      WHERE ${body(conditions.join(' AND '))} ORDER BY ${by.map(({ sql }) => sql).join(', ')}`);
  }
}

function filterFrom(query: Record<string, unknown>): VolunteerFilter {
  const text_ = (name: string) => (typeof query[name] === 'string' && query[name] !== '' ? query[name] : null);
  const standing = Object.values(Standing).find((one) => one.toUpperCase() === text_('standing'));
  const credential = Object.values(CredentialHolding).find((one) => one.toUpperCase() === text_('credential'));
  const time = (name: string) => {
    const value = text_(name);
    try {
      return value === null ? null : DateTimeScalar.parseValue(value);
    } catch {
      throw badInput({ [name]: 'not-a-time' });
    }
  };
  const weekday = text_('weekday');
  if (weekday && !/^[1-7]$/.test(weekday)) throw badInput({ weekday: 'out-of-range' });
  return {
    ids: text_('ids')?.split(',') ?? null,
    ...Object.fromEntries(textFilters.map((name) => [name, text_(name)])),
    standing: standing ?? null,
    credential: credential ?? null,
    weekday: weekday ? Number(weekday) : null,
    activeSince: time('activeSince'),
    activeBefore: time('activeBefore'),
  };
}
