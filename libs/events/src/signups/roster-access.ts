import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { Database, isUuid } from '@upstander/platform';
import { sharedRecords } from '../events/event-access.js';
import { signupTables } from '../shifts/shift-joins.js';
import { eventOfShift } from '../shifts/shift-store.js';

/** Access to rosters and their entries, which belong to the chapter of the event. Repeats are visible to no one. */
@Injectable()
export class RosterAccess {
  constructor(
    private readonly access: Access,
    private readonly db: Database,
  ) {
    access.define(
      'roster',
      `SELECT e.id, e.chapter_id, ${sharedRecords} FROM events.event e WHERE e.id = ANY ($1::uuid[])`,
    );
    access.define(
      'signup',
      `SELECT u.id, e.chapter_id, ${sharedRecords} FROM ${signupTables} WHERE u.id = ANY ($1::uuid[]) AND u.repeat_of IS NULL`,
    );
    access.permit('roster:read', ['organizer']);
    access.permit('roster:add', ['organizer']);
    access.permit('signup:move', ['organizer']);
    access.permit('signup:remove', ['organizer']);
    access.permit('signup:call', ['organizer']);
    access.permit('signup:check-in', ['organizer']);
    access.permit('signup:appoint-lead', ['organizer']);
  }

  /** @throws Refusal NOT_FOUND unless the actor may see the roster of this event. */
  async event(actor: Actor, eventId: string): Promise<void> {
    await this.access.require(actor, 'roster:read', [eventId], 'This event');
  }

  /** @throws Refusal NOT_FOUND unless the actor may add people to this shift. */
  async requireShift(actor: Actor, shiftId: string): Promise<void> {
    await this.access.require(actor, 'roster:add', [await eventOfShift(this.db, shiftId)], 'This shift');
  }

  /** @throws Refusal NOT_FOUND unless the actor has this permission for the sign-up. */
  async signup(actor: Actor, permission: `signup:${string}`, id: string): Promise<void> {
    await this.access.require(actor, permission, [id], 'This sign-up');
  }

  /** Returns the IDs of sign-ups the actor may check in. All other IDs are dropped, existing or not. */
  async signupsOf(actor: Actor, ids: readonly string[]): Promise<Set<string>> {
    const chapters = this.access.chaptersOf(actor, 'signup:check-in');
    const rows = await this.db.query<{ id: string }>(
      `SELECT u.id FROM ${signupTables}
       WHERE u.id = ANY ($1::uuid[]) AND u.repeat_of IS NULL AND ($2::uuid[] IS NULL OR e.chapter_id = ANY ($2) OR e.id = ANY ($3::uuid[]) OR e.series_id = ANY ($3))`,
      [ids.filter(isUuid), chapters === 'all' ? null : chapters, this.access.recordsOf(actor, 'signup:check-in')],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Returns a predicate: true if the actor may see rosters of the chapter. */
  createNameCheck(actor: Actor): (chapterId: string) => boolean {
    const chapters = this.access.chaptersOf(actor, 'roster:read');
    return (chapterId) => chapters === 'all' || chapters.includes(chapterId);
  }
}
