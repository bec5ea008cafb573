import { Injectable } from '@nestjs/common';
import { isAdmin, accountName, type Actor } from '@upstander/identity';
import { Clock, selectList, Database, insertRow, isUuid, notFound, typedText, Values } from '@upstander/platform';
import { isVisibleTo, VolunteerAccess } from '../access/volunteer-access.js';
import { HistoryKind } from '../history/history.entity.js';
import { recordHistoryEntries } from '../history/history.js';
import { Note } from './note.entity.js';

@Injectable()
export class Notes {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: VolunteerAccess,
  ) {}

  /** The caller must already have checked access. */
  listForVolunteer(actor: Actor, volunteerId: string): Promise<Note[]> {
    return this.findWhere(actor, 'n.volunteer_id', volunteerId);
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT */
  async add(actor: Actor, volunteerId: string, text: string, chapter: string | null | undefined): Promise<Note> {
    const body = typedText('body', text, 2_000);
    const chapterId = await this.access.chapterFor(actor, [volunteerId], chapter);
    const at = this.clock.now();
    const id = await this.db.transaction(async (tx) => {
      const note = { volunteerId, chapterId, body, authorId: actor.accountId, createdAt: at };
      const id = await insertRow(tx.manager, Note, note);
      await recordHistoryEntries(tx, [volunteerId], {
        kind: HistoryKind.NOTE_ADDED,
        at,
        by: actor.accountId,
        chapterId,
      });
      return id;
    });
    const [note] = await this.findWhere(actor, 'n.id', id);
    if (!note) throw notFound('This note');
    return note;
  }

  /** Deletes a note of the caller, or any note for an admin. @throws Refusal NOT_FOUND, also for someone else's note */
  async delete(actor: Actor, id: string): Promise<{ ok: boolean }> {
    const [note] = isUuid(id) ? await this.findWhere(actor, 'n.id', id) : [];
    if (!note?.mayDelete) throw notFound('This note');
    const { volunteerId, chapterId, authorId } = note;
    await this.access.require(actor, [volunteerId]);
    await this.db.transaction(async (tx) => {
      const { affected } = await tx.manager.delete(Note, { id });
      if (!affected) throw notFound('This note');
      const at = this.clock.now();
      const entry = { kind: HistoryKind.NOTE_DELETED, at, by: actor.accountId, chapterId, detail: authorId };
      await recordHistoryEntries(tx, [volunteerId], entry);
    });
    return { ok: true };
  }

  private findWhere(actor: Actor, column: 'n.id' | 'n.volunteer_id', id: string): Promise<Note[]> {
    const values = new Values([id, actor.accountId, isAdmin(actor)]);
    return this.db.query<Note & Record<string, unknown>>(
      `SELECT ${selectList(Note, 'n', ['id', 'volunteerId', 'chapterId', 'body', 'authorId', 'createdAt'])},
         ${accountName('n.author_id')} AS author, coalesce(n.author_id = $2::uuid, false) OR $3 AS "mayDelete"
       FROM volunteers.note n
       WHERE ${column} = $1 AND ${isVisibleTo('n', this.access.chaptersOf(actor), values)}
       ORDER BY n.created_at DESC, n.id LIMIT 200`,
      values.list,
    );
  }
}
