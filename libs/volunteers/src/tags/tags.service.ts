import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { badInput, Clock, Database, typedLine, Values } from '@upstander/platform';
import { listed } from '../directory/listed.js';
import { seenIn, VolunteerAccess } from '../directory/volunteer-access.js';
import { HistoryKind } from '../history/history.entity.js';
import { noteHistory } from '../history/history.js';
import type { TagArgs, VolunteerTag } from './tag.args.js';

const most = 500;

/** Words by which staff find volunteers again. */
@Injectable()
export class Tags {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: VolunteerAccess,
  ) {}

  /** The tags that the actor sees, by name, with how many volunteers have them. */
  list(actor: Actor): Promise<VolunteerTag[]> {
    const values = new Values();
    return this.db.query<VolunteerTag & Record<string, unknown>>(
      `SELECT t.name, count(DISTINCT t.volunteer_id)::integer AS count
       FROM volunteers.tag t JOIN volunteers.volunteer v ON v.id = t.volunteer_id AND ${listed('v')}
       WHERE ${seenIn('t', this.access.chaptersOf(actor), values)} GROUP BY t.name ORDER BY t.name LIMIT 500`,
      values.list,
    );
  }

  /** Gives all of them the tag; whoever has it keeps it. Answers how many got it. @throws Refusal NOT_FOUND, BAD_INPUT */
  add(actor: Actor, args: TagArgs): Promise<number> {
    return this.change(actor, args, HistoryKind.TAG_ADDED, {
      sql: `INSERT INTO volunteers.tag (volunteer_id, chapter_id, name, created_by, created_at)
        SELECT id, $2, $3, $4, $5 FROM unnest($1::uuid[]) id ON CONFLICT DO NOTHING RETURNING volunteer_id AS id`,
      values: (at) => [actor.accountId, at],
    });
  }

  /** Takes the tag from all of them. Answers how many had it. @throws Refusal NOT_FOUND, BAD_INPUT */
  remove(actor: Actor, args: TagArgs): Promise<number> {
    return this.change(actor, args, HistoryKind.TAG_REMOVED, {
      sql: `DELETE FROM volunteers.tag WHERE volunteer_id = ANY ($1::uuid[]) AND chapter_id IS NOT DISTINCT FROM $2
        AND name = $3 RETURNING volunteer_id AS id`,
      values: () => [],
    });
  }

  private async change(
    actor: Actor,
    { ids, tag, chapterId: named }: TagArgs,
    kind: HistoryKind,
    statement: { sql: string; values: (at: Date) => unknown[] },
  ): Promise<number> {
    if (ids.length > most) throw badInput({ ids: 'too-many' });
    const name = typedLine('tag', tag, 40).toLowerCase();
    const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
    const chapterId = await this.access.chapterFor(actor, wanted, named);
    const at = this.clock.now();
    return this.db.transaction(async (tx) => {
      const values = [wanted, chapterId, name, ...statement.values(at)];
      const changed = await tx.query<{ id: string }>(statement.sql, values);
      const who = changed.map(({ id }) => id);
      await noteHistory(tx, who, { kind, at, by: actor.accountId, chapterId, detail: name });
      return who.length;
    });
  }
}
