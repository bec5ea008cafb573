import { Injectable } from '@nestjs/common';
import { Database, isUuid, notFound } from '@upstander/platform';
import type { RoleName } from '../roles/role.js';
import type { Actor } from './actor.js';

/** `noun:verb`, for example `signup:cancel`. */
export type Permission = `${string}:${string}`;

interface AccessRow extends Record<string, unknown> {
  id: string;
  chapter_id: string | null;
  record_ids?: string[];
}

/** Inaccessible records are reported as not found. */
@Injectable()
export class Access {
  private readonly chapters = new Map<string, string>();
  private readonly roles = new Map<Permission, readonly RoleName[]>();

  constructor(private readonly db: Database) {
    this.define('chapter', 'SELECT id, id AS chapter_id FROM identity.chapter WHERE id = ANY($1::uuid[])');
  }

  /**
   * Registers SQL that maps IDs to rows of `id, chapter_id`, and `record_ids` if co-organizers of these may have access.
   * For example, `SELECT id, chapter_id FROM events.event WHERE id = ANY($1::uuid[])`.
   */
  define(noun: string, sql: string): void {
    if (this.chapters.has(noun)) throw new Error(`"${noun}" is defined twice.`);
    this.chapters.set(noun, sql);
  }

  /** Declares the roles with a permission in their own chapters. Admins always have it. */
  permit(permission: Permission, roles: readonly RoleName[]): void {
    if (this.roles.has(permission)) throw new Error(`"${permission}" is permitted twice.`);
    this.roles.set(permission, [...roles, 'admin']);
  }

  chaptersOf(actor: Actor, permission: Permission): string[] | 'all' {
    const roles = this.roles.get(permission);
    if (!roles) throw new Error(`Permission "${permission}" is not declared.`);
    const chapterIds = actor.grants.filter(({ role }) => roles.includes(role)).map(({ chapterId }) => chapterId);
    return chapterIds.includes(null) ? 'all' : chapterIds.filter((chapterId) => chapterId !== null);
  }

  /** Returns the events and series whose co-organizers have the permission, to add to those of `chaptersOf`. */
  recordsOf(actor: Actor, permission: Permission): readonly string[] {
    return this.roles.get(permission)?.includes('organizer') ? actor.recordIds : [];
  }

  /**
   * Checks that every record exists in a chapter where the actor has the permission, or belongs to an event that the
   * actor co-organizes.
   * @throws Refusal NOT_FOUND
   */
  async require(actor: Actor, permission: Permission, ids: readonly string[], subject?: string): Promise<void> {
    const ownChapters = this.chaptersOf(actor, permission);
    const wantedIds = new Set(ids.map((id) => id.toLowerCase()));
    const ownRecords = this.recordsOf(actor, permission);
    if (ownChapters.length + ownRecords.length === 0 || ![...wantedIds].every(isUuid)) throw notFound(subject);
    const noun = permission.slice(0, permission.indexOf(':'));
    const sql = this.chapters.get(noun);
    if (!sql) throw new Error(`No chapter query is defined for "${noun}".`);
    const rows = await this.db.query<AccessRow>(sql, [[...wantedIds]]);
    const ownRows = rows.filter(
      ({ chapter_id: id, record_ids: recordIds = [] }) =>
        ownChapters === 'all' ||
        (id !== null && ownChapters.includes(id)) ||
        recordIds.some((recordId) => ownRecords.includes(recordId)),
    );
    if (ownRows.length !== wantedIds.size) throw notFound(subject);
  }
}
