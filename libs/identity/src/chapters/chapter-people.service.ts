import { Injectable } from '@nestjs/common';
import {
  Clock,
  selectList,
  Database,
  isUuid,
  notFound,
  readValidInput,
  type Acknowledgement,
} from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { accountName, activeGrants } from '../accounts/rows/account-columns.js';
import { Chapter, ChapterPerson, type MyChapterPage } from './chapter.entity.js';
import { ShowMeInput } from './show-me.input.js';

/** Advocates are excluded so their work with people in need isn't exposed. */
const shownRoles = ['admin', 'organizer', 'moderator', 'finance'];
/** SQL condition: the account works for chapter `c`. */
const worksCondition = (id: string) => `EXISTS (SELECT FROM ${activeGrants}
  WHERE g.account_id = ${id} AND g.role = ANY ($2::text[]) AND (g.chapter_id IS NULL OR g.chapter_id = c.id))`;

/** Staff opt in to being shown on a chapter's page. */
@Injectable()
export class ChapterPeople {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns people in opt-in order, without former staff. */
  list(slug: string): Promise<ChapterPerson[]> {
    return this.db.queryNamed<ChapterPerson & Record<string, unknown>>(
      'chapter-people',
      `SELECT ${selectList(ChapterPerson, 'p', 'anyone')}, ${accountName('p.account_id')} AS name
       FROM identity.chapter c JOIN identity.chapter_person p ON p.chapter_id = c.id
       WHERE c.slug = $1 AND c.closed_at IS NULL AND ${worksCondition('p.account_id')} ORDER BY p.created_at, p.account_id`,
      [slug, shownRoles],
    );
  }

  async findMine(actor: Actor): Promise<MyChapterPage[]> {
    const rows = await this.db.query<
      Chapter & { shownId: string | null; roleEn: string | null; roleEs: string | null; myName: string }
    >(
      `SELECT ${selectList(Chapter, 'c', 'anyone')}, p.id AS "shownId", p.role_en AS "roleEn", p.role_es AS "roleEs",
         ${accountName('$1')} AS "myName"
       FROM identity.chapter c LEFT JOIN identity.chapter_person p ON p.chapter_id = c.id AND p.account_id = $1
       WHERE c.closed_at IS NULL AND ${worksCondition('$1')} ORDER BY c.name, c.id`,
      [actor.accountId, shownRoles],
    );
    return rows.map(({ shownId, roleEn, roleEs, myName, ...chapter }) => ({
      chapter,
      shown:
        roleEn === null || roleEs === null ? null : ({ id: shownId, roleEn, roleEs, name: myName } as ChapterPerson),
    }));
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT */
  async show(actor: Actor, input: ShowMeInput): Promise<Acknowledgement> {
    const values = readValidInput(ShowMeInput, input);
    const ownPages = await this.findMine(actor);
    if (!ownPages.some(({ chapter }) => chapter.id === input.chapterId.toLowerCase())) throw notFound('This chapter');
    await this.db.query(
      `INSERT INTO identity.chapter_person (chapter_id, account_id, role_en, role_es, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (chapter_id, account_id) DO UPDATE SET role_en = excluded.role_en, role_es = excluded.role_es`,
      [input.chapterId, actor.accountId, values.roleEn, values.roleEs, this.clock.now()],
    );
    return { ok: true };
  }

  /** Idempotent. */
  async hide(actor: Actor, chapterId: string): Promise<Acknowledgement> {
    if (!isUuid(chapterId)) throw notFound('This chapter');
    await this.db.manager.delete(ChapterPerson, { chapterId, accountId: actor.accountId! });
    return { ok: true };
  }
}
