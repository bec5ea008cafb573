import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import {
  Clock,
  selectList,
  Database,
  keysAfter,
  keysetList,
  notFound,
  Values,
  type Connection,
  type PageArgs,
} from '@upstander/platform';
import { relatedColumns, isMinor } from '../profile/volunteer-columns.js';
import { Volunteer } from '../profile/volunteer.entity.js';
import { heldCredentials } from './credential-conditions.js';
import type { ManagedVolunteer } from './managed-volunteer.js';
import { namesFirst, sortByNameFirst } from './name-first.js';
import { isVisibleTo, VolunteerAccess } from '../access/volunteer-access.js';
import { buildVolunteerQuery } from './volunteer-conditions.js';
import { VolunteerOrder, type VolunteerFilter } from './volunteer-filter.input.js';

const columns = `${selectList(Volunteer, 'v', 'staff', { except: ['activeAt', 'birthYear', 'minor'] })},
  v.proven_at IS NOT NULL AS "addressConfirmed"`;

@Injectable()
export class VolunteerReads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: VolunteerAccess,
  ) {}

  /** @throws Refusal BAD_INPUT, NOT_FOUND for a chapter the actor has no access to */
  list(
    actor: Actor,
    criteria: { filter?: VolunteerFilter | null; order?: VolunteerOrder | null },
    page: PageArgs,
  ): Promise<Connection<ManagedVolunteer>> {
    const values = new Values();
    const chapters = this.access.chaptersOf(actor);
    const question = buildVolunteerQuery(
      criteria.filter ?? {},
      criteria.order ?? VolunteerOrder.NAME,
      chapters,
      values,
      this.clock.today(),
    );
    const { from, joins, conditions, direction, activeAt } = question;
    const id = question.by[1]!.sql;
    const names = question.names?.() ?? null;
    const by = names ? sortByNameFirst(names.row, id) : question.by;
    return keysetList<ManagedVolunteer>(this.db, {
      columns: `${id} AS "volunteerId", ${activeAt} AS "activeAt"`,
      from,
      joins,
      details: {
        columns: `${columns}, ${this.detailColumns(chapters, values)}`,
        from: 'volunteers.volunteer v WHERE v.id = page."volunteerId"',
      },
      conditions,
      values,
      by,
      direction,
      page,
      source: names ? namesFirst(names, keysAfter(page.after, by), values) : question.source,
    });
  }

  /** @throws Refusal NOT_FOUND unless one of the actor's chapters knows the volunteer */
  async byId(actor: Actor, id: string): Promise<ManagedVolunteer> {
    await this.access.require(actor, [id]);
    const values = new Values([id]);
    const chapters = this.access.chaptersOf(actor);
    const activeAt =
      chapters === 'all'
        ? 'v.active_at'
        : `(SELECT max(k.active_at) FROM volunteers.membership k
            WHERE k.volunteer_id = v.id AND k.chapter_id = ANY (${values.add(chapters)}::uuid[]))`;
    const [volunteer] = await this.db.query<ManagedVolunteer & Record<string, unknown>>(
      `SELECT ${columns}, ${activeAt} AS "activeAt", ${this.detailColumns(chapters, values)}
       FROM volunteers.volunteer v WHERE v.id = $1`,
      values.list,
    );
    if (!volunteer) throw notFound('This volunteer');
    return volunteer;
  }

  private detailColumns(chapters: string[] | 'all', values: Values): string {
    return `${isMinor(values.add(this.clock.now().getUTCFullYear()))} AS "isMinor", ${relatedColumns},
      ${heldCredentials(`${values.add(this.clock.today())}::date`)} AS "heldCredentials", (
        SELECT coalesce(array_agg(DISTINCT t.name ORDER BY t.name), '{}') FROM volunteers.tag t
        WHERE t.volunteer_id = v.id AND ${isVisibleTo('t', chapters, values)}
      ) AS tags, (
        SELECT coalesce(json_agg(json_build_object('chapterId', c.id, 'chapterName', c.name, 'standing', k.standing)
          ORDER BY c.name, c.id), '[]')
        FROM volunteers.membership k JOIN identity.chapter c ON c.id = k.chapter_id
        WHERE k.volunteer_id = v.id AND ${isVisibleTo('k', chapters, values)}
      ) AS standings`;
  }
}
