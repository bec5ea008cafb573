import { Injectable } from '@nestjs/common';
import { chapterName, chapterZone, accountName, type Actor } from '@upstander/identity';
import {
  Clock,
  selectList,
  Config,
  type Connection,
  Database,
  isUuid,
  keysetList,
  matches,
  notFound,
  statusRules,
  Values,
  type PageArgs,
} from '@upstander/platform';
import { Ask } from './ask.entity.js';
import { AskAccess } from './ask-access.js';
import { SchoolAskStatus } from './ask-status.js';
import type { SchoolAskFilter } from './ask.input.js';
import type { ManagedAsk, ListedSchoolContact } from './managed-ask.js';
import { Contact } from './ask-parts.entity.js';

type Row = Omit<ManagedAsk, 'nextStatuses'> & Record<string, unknown>;
/** `now` and `zone` are placeholders. A step is due by the local date of its chapter. */
const columns = (
  now: string,
  zone: string,
) => `${selectList(Ask, 'a', 'staff')}, ${chapterName('a.chapter_id')} AS "chapterName", ${accountName('a.owner_id')} AS "ownerName",
  coalesce(d.name, CASE WHEN e.kind = 'district' THEN e.name END) AS "districtName", coalesce(e.made_up, false) AS "isFictional",
  (SELECT coalesce(sum(l.students), 0)::integer FROM outreach.lesson l WHERE l.ask_id = a.id) AS students,
  ${isDue(now, zone)} AS "isDue"`;
const isDue = (now: string, zone: string) =>
  `coalesce(a.status <> 'closed' AND a.next_step_on <= (${now}::timestamptz AT TIME ZONE coalesce(${chapterZone('a.chapter_id')}, ${zone}))::date, false)`;
const joins = `LEFT JOIN outreach.directory_entry e ON e.id = a.entry_id LEFT JOIN outreach.directory_entry d ON d.id = e.district_id`;

const askFrom = (row: Row): ManagedAsk => ({ ...row, nextStatuses: [...statusRules(SchoolAskStatus).to[row.status]] });

@Injectable()
export class AskReads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly access: AskAccess,
  ) {}

  /**
   * Most recently changed first.
   * @throws Refusal BAD_INPUT for an invalid page
   */
  list(actor: Actor, filter: SchoolAskFilter, page: PageArgs): Promise<Connection<ManagedAsk>> {
    const values = new Values([this.clock.now(), this.config.TIME_ZONE]);
    const scope = this.access.scopeOf(actor);
    const conditions = [`a.status <> 'unconfirmed'`];
    if (scope) conditions.push(`a.chapter_id = ANY (${values.add(scope)}::uuid[])`);
    if (filter.status) conditions.push(`a.status = ${values.add(filter.status)}`);
    if (filter.chapterId)
      conditions.push(isUuid(filter.chapterId) ? `a.chapter_id = ${values.add(filter.chapterId)}` : 'false');
    if (filter.mine) conditions.push(`a.owner_id = ${values.add(actor.accountId)}`);
    if (filter.due) conditions.push(isDue('$1', '$2'));
    if (filter.search?.trim()) conditions.push(...matches('a.search_text', filter.search, values));
    return keysetList<Row, ManagedAsk>(
      this.db,
      {
        joins,
        conditions,
        values,
        page,
        from: 'outreach.ask a',
        columns: columns('$1', '$2'),
        direction: 'DESC',
        by: { 'a.changed_at': 'timestamptz', 'a.id': 'uuid' },
      },
      askFrom,
    );
  }

  async find(actor: Actor, id: string): Promise<ManagedAsk | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.db.query<Row>(
      `SELECT ${columns('$2', '$3')} FROM outreach.ask a ${joins}
       WHERE a.id = $1 AND a.status <> 'unconfirmed' AND ($4::uuid[] IS NULL OR a.chapter_id = ANY ($4))`,
      [id, this.clock.now(), this.config.TIME_ZONE, this.access.scopeOf(actor)],
    );
    return row ? askFrom(row) : null;
  }

  /** @throws Refusal NOT_FOUND */
  async findOne(actor: Actor, id: string): Promise<ManagedAsk> {
    const ask = await this.find(actor, id);
    if (!ask) throw notFound('This ask');
    return ask;
  }

  /** @throws Refusal BAD_INPUT for an invalid page */
  contacts(actor: Actor, search: string | null | undefined, page: PageArgs): Promise<Connection<ListedSchoolContact>> {
    const values = new Values([this.access.scopeOf(actor)]);
    return keysetList<ListedSchoolContact>(this.db, {
      columns: `${selectList(Contact, 't', 'anyone')}, a.school`,
      from: 'outreach.contact t JOIN outreach.ask a ON a.id = t.ask_id',
      conditions: [
        '($1::uuid[] IS NULL OR a.chapter_id = ANY ($1))',
        ...(search?.trim() ? matches(`platform.fold(t.name || ' ' || t.role || ' ' || a.school)`, search, values) : []),
      ],
      values,
      page,
      by: { 't.name': 'text', 't.id': 'uuid' },
    });
  }
}
