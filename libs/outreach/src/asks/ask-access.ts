import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { isUuid, notThere, type Tx } from '@upstander/platform';
import type { Ask } from './ask.entity.js';

/** What changes of an ask need to know of it. */
export type LockedAsk = Pick<
  Ask,
  'id' | 'status' | 'chapterId' | 'ownerId' | 'nextStep' | 'nextStepOn' | 'stepVersion'
>;

/**
 * Whose an ask is: of the chapter that looks after it; one of no chapter is the organisation's. What was begun on the site
 * with an address that nobody confirmed is there for nobody.
 */
@Injectable()
export class AskAccess {
  constructor(private readonly access: Access) {
    access.permit('school-ask:manage', ['organizer']);
  }

  /** The chapters whose asks the actor sees. */
  chaptersOf(actor: Actor): string[] | 'all' {
    return this.access.chaptersOf(actor, 'school-ask:manage');
  }

  /** Whether the actor may act for this chapter; for none of them only who looks after all. */
  mayFor(actor: Actor, chapterId: string | null): boolean {
    const mine = this.chaptersOf(actor);
    return mine === 'all' || (chapterId !== null && mine.includes(chapterId.toLowerCase()));
  }

  /** The chapters as a parameter: null for all. */
  scopeOf(actor: Actor): string[] | null {
    const mine = this.chaptersOf(actor);
    return mine === 'all' ? null : mine;
  }

  /** Locks an ask that is the actor's. @throws Refusal NOT_FOUND */
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
    if (!ask) throw notThere('This ask');
    return ask;
  }
}
