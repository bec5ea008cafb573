import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { Database, isUuid, notFound, type Tx, type Values } from '@upstander/platform';
import { listedCondition } from './listed.js';

/** Access to volunteers, by the chapters that know them: those they helped and their home chapter. */
@Injectable()
export class VolunteerAccess {
  constructor(
    private readonly access: Access,
    private readonly db: Database,
  ) {
    access.permit('volunteer:manage', ['organizer']);
  }

  chaptersOf(actor: Actor): string[] | 'all' {
    return this.access.chaptersOf(actor, 'volunteer:manage');
  }

  canActForChapter(actor: Actor, chapterId: string): boolean {
    const chapters = this.chaptersOf(actor);
    return chapters === 'all' || chapters.includes(chapterId.toLowerCase());
  }

  /** @throws Refusal NOT_FOUND unless the actor's chapters know each of them */
  async require(actor: Actor, ids: readonly string[], db: Pick<Tx, 'query'> = this.db): Promise<void> {
    const chapters = this.chaptersOf(actor);
    const distinctIds = [...new Set(ids.map((id) => id.toLowerCase()))];
    if (chapters.length === 0 || !distinctIds.every(isUuid)) throw notFound('This volunteer');
    const visibleRows = await db.query(
      `SELECT FROM volunteers.volunteer v WHERE v.id = ANY ($1::uuid[]) AND ${listedCondition('v')}
         AND ($2::uuid[] IS NULL OR ${isKnownToChapters('$2')})`,
      [distinctIds, chapters === 'all' ? null : chapters],
    );
    if (visibleRows.length !== distinctIds.length) throw notFound('This volunteer');
  }

  /** Returns the chapter for a tag or note: the given one, or the actor's only one. Null for the organization. */
  async chapterFor(
    actor: Actor,
    ids: readonly string[],
    requested: string | null | undefined,
    db: Pick<Tx, 'query'> = this.db,
  ): Promise<string | null> {
    await this.require(actor, ids, db);
    const chapters = this.chaptersOf(actor);
    const chapterId = requested ?? (chapters !== 'all' && chapters.length === 1 ? chapters[0]! : null);
    if (chapterId === null) {
      if (chapters === 'all') return null;
      throw notFound('This chapter');
    }
    if (!isUuid(chapterId) || !this.canActForChapter(actor, chapterId)) throw notFound('This chapter');
    const members = await db.query(
      'SELECT DISTINCT volunteer_id FROM volunteers.membership WHERE volunteer_id = ANY ($1::uuid[]) AND chapter_id = $2',
      [ids, chapterId],
    );
    if (members.length !== new Set(ids.map((id) => id.toLowerCase())).size) throw notFound('This volunteer');
    return chapterId;
  }
}

/** SQL: true if one of these chapters knows volunteer `v`. */
export function isKnownToChapters(chapters: string): string {
  return `EXISTS (SELECT FROM volunteers.membership k WHERE k.volunteer_id = v.id AND k.chapter_id = ANY (${chapters}::uuid[]))`;
}

/** SQL: true if a tag, note or entry `of` belongs to one of these chapters or to the organization. */
export function isVisibleTo(volunteerIdSql: string, chapters: string[] | 'all', values: Values): string {
  return chapters === 'all'
    ? 'true'
    : `(${volunteerIdSql}.chapter_id IS NULL OR ${volunteerIdSql}.chapter_id = ANY (${values.add(chapters)}::uuid[]))`;
}
