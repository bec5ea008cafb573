import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Clock, Database, typedLine, Values, type Tx } from '@upstander/platform';
import { listedCondition } from '../access/listed.js';
import { isVisibleTo, VolunteerAccess } from '../access/volunteer-access.js';
import { VolunteerSelections } from '../directory/volunteer-selection.js';
import { HistoryKind } from '../history/history.entity.js';
import { recordHistoryEntries } from '../history/history.js';
import type { TagArgs, VolunteerTag } from './tag.args.js';
import './tag.entity.js';
import { joinVolunteer } from '../profile/volunteer-joins.js';

const maxVolunteers = 500;

@Injectable()
export class Tags {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: VolunteerAccess,
    private readonly selections: VolunteerSelections,
  ) {}

  /** Returns the tags visible to the actor by name, with the number of volunteers. */
  list(actor: Actor): Promise<VolunteerTag[]> {
    const values = new Values();
    return this.db.query<VolunteerTag & Record<string, unknown>>(
      `SELECT t.name, count(DISTINCT t.volunteer_id)::integer AS count
       FROM volunteers.tag t ${joinVolunteer('t')} AND ${listedCondition('v')}
       WHERE ${isVisibleTo('t', this.access.chaptersOf(actor), values)} GROUP BY t.name ORDER BY t.name LIMIT 500`,
      values.list,
    );
  }

  /** Returns how many did not have the tag yet. @throws Refusal NOT_FOUND, BAD_INPUT */
  async add(actor: Actor, args: TagArgs): Promise<number> {
    const { ids, name } = await this.targets(actor, args);
    const chapterId = await this.access.chapterFor(actor, ids, args.chapterId);
    const at = this.clock.now();
    return this.change({ kind: HistoryKind.TAG_ADDED, at, by: actor.accountId, detail: name }, (tx) =>
      tx.query<TagChange>(
        `INSERT INTO volunteers.tag (volunteer_id, chapter_id, name, created_by, created_at)
         SELECT id, $2, $3, $4, $5 FROM unnest($1::uuid[]) id ON CONFLICT DO NOTHING
         RETURNING volunteer_id AS id, chapter_id AS "chapterId"`,
        [ids, chapterId, name, actor.accountId, at],
      ),
    );
  }

  /**
   * Removes the tag of the given chapter or, without one, of all chapters of the actor. Returns how many had it.
   * @throws Refusal NOT_FOUND, BAD_INPUT
   */
  async remove(actor: Actor, args: TagArgs): Promise<number> {
    const { ids, name } = await this.targets(actor, args);
    if (args.chapterId) await this.access.chapterFor(actor, ids, args.chapterId);
    else await this.access.require(actor, ids);
    const chapters = args.chapterId ? [args.chapterId] : this.access.chaptersOf(actor);
    return this.change(
      { kind: HistoryKind.TAG_REMOVED, at: this.clock.now(), by: actor.accountId, detail: name },
      (tx) =>
        tx.query<TagChange>(
          `DELETE FROM volunteers.tag WHERE volunteer_id = ANY ($1::uuid[]) AND name = $2
             AND ($3::uuid[] IS NULL OR chapter_id = ANY ($3)) RETURNING volunteer_id AS id, chapter_id AS "chapterId"`,
          [ids, name, chapters === 'all' ? null : chapters],
        ),
    );
  }

  private async targets(actor: Actor, args: TagArgs): Promise<{ ids: string[]; name: string }> {
    const ids = await this.selections.idsOf(actor, args, maxVolunteers);
    return { ids, name: typedLine('tag', args.tag, 40).toLowerCase() };
  }

  private change(
    entry: { kind: HistoryKind; at: Date; by: string | null; detail: string },
    statement: (tx: Tx) => Promise<TagChange[]>,
  ): Promise<number> {
    return this.db.transaction(async (tx) => {
      const changed = await statement(tx);
      for (const chapterId of new Set(changed.map((one) => one.chapterId))) {
        const ids = changed.filter((one) => one.chapterId === chapterId).map(({ id }) => id);
        await recordHistoryEntries(tx, ids, { ...entry, chapterId });
      }
      return new Set(changed.map(({ id }) => id)).size;
    });
  }
}

interface TagChange extends Record<string, unknown> {
  id: string;
  chapterId: string | null;
}
