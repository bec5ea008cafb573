import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { isUuid, notFound, type Tx } from '@upstander/platform';
import type { Ask } from './ask.entity.js';

export type LockedAsk = Pick<
  Ask,
  'id' | 'status' | 'chapterId' | 'ownerId' | 'nextStep' | 'nextStepOn' | 'stepVersion'
>;

/**
 * Organizers see the requests of their chapters; those without a chapter belong to the organization. Unconfirmed
 * requests are hidden from everyone.
 */
@Injectable()
export class AskAccess {
  constructor(private readonly access: Access) {
    access.permit('school-ask:manage', ['organizer']);
  }

  chaptersOf(actor: Actor): string[] | 'all' {
    return this.access.chaptersOf(actor, 'school-ask:manage');
  }

  /** True if the actor can act for this chapter; null requires access to all chapters. */
  canActForChapter(actor: Actor, chapterId: string | null): boolean {
    const chapters = this.chaptersOf(actor);
    return chapters === 'all' || (chapterId !== null && chapters.includes(chapterId.toLowerCase()));
  }

  /** Returns the actor's chapters as an SQL parameter; null means all. */
  scopeOf(actor: Actor): string[] | null {
    const chapters = this.chaptersOf(actor);
    return chapters === 'all' ? null : chapters;
  }

  /** @throws Refusal NOT_FOUND */
  async lock(tx: Tx, actor: Actor, id: string): Promise<LockedAsk> {
    const [ask] = isUuid(id)
      ? await tx.query<LockedAsk>(
          `SELECT a.id, a.status, a.chapter_id AS "chapterId", a.owner_id AS "ownerId", a.next_step AS "nextStep",
             a.next_step_on AS "nextStepOn", a.step_version AS "stepVersion"
           FROM outreach.ask a
           WHERE a.id = $1 AND a.status <> 'unconfirmed' AND ($2::uuid[] IS NULL OR a.chapter_id = ANY ($2))
           FOR NO KEY UPDATE`,
          [id, this.scopeOf(actor)],
        )
      : [];
    if (!ask) throw notFound('This ask');
    return ask;
  }
}
