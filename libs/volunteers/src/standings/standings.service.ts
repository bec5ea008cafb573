import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { badInput, Clock, Database } from '@upstander/platform';
import { VolunteerAccess } from '../access/volunteer-access.js';
import { HistoryKind } from '../history/history.entity.js';
import { recordHistoryEntries } from '../history/history.js';
import type { StandingArgs } from './standing.args.js';

const maxVolunteers = 500;

@Injectable()
export class Standings {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: VolunteerAccess,
  ) {}

  /** Returns how many changed. @throws Refusal NOT_FOUND, BAD_INPUT */
  async set(actor: Actor, args: StandingArgs): Promise<number> {
    if (args.ids.length > maxVolunteers) throw badInput({ ids: 'too-many' });
    const ids = [...new Set(args.ids.map((id) => id.toLowerCase()))];
    const chapterId = await this.access.chapterFor(actor, ids, args.chapterId);
    if (chapterId === null) throw badInput({ chapterId: 'missing' });
    const at = this.clock.now();
    return this.db.transaction(async (tx) => {
      const changed = await tx.query<{ id: string }>(
        `UPDATE volunteers.membership SET standing = $3
         WHERE volunteer_id = ANY ($1::uuid[]) AND chapter_id = $2 AND standing <> $3 RETURNING volunteer_id AS id`,
        [ids, chapterId, args.standing],
      );
      const entry = { kind: HistoryKind.STANDING_CHANGED, at, by: actor.accountId, chapterId, detail: args.standing };
      await recordHistoryEntries(
        tx,
        changed.map(({ id }) => id),
        entry,
      );
      return changed.length;
    });
  }
}
