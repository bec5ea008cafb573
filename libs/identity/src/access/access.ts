import { Injectable } from '@nestjs/common';
import { Database, isUuid, notThere } from '@upstander/platform';
import type { RoleName } from '../grants/role.js';
import type { Actor } from './actor.js';

/** A noun and a verb: `signup:cancel`. */
export type Permission = `${string}:${string}`;

/** "Is it yours?": one function over ids. What is not yours reads like what is not there. */
@Injectable()
export class Access {
  private readonly chapters = new Map<string, string>();
  private readonly roles = new Map<Permission, readonly RoleName[]>();

  constructor(private readonly db: Database) {
    this.define('chapter', 'SELECT id, id AS chapter_id FROM identity.chapter WHERE id = ANY($1::uuid[])');
  }

  /**
   * Teaches which chapter a thing belongs to: SQL from ids to rows `id, chapter_id`, such as
   * `SELECT id, chapter_id FROM events.event WHERE id = ANY($1::uuid[])`.
   */
  define(noun: string, sql: string): void {
    if (this.chapters.has(noun)) throw new Error(`"${noun}" is defined twice.`);
    this.chapters.set(noun, sql);
  }

  /** Says which roles may do something, each in its own chapters; an admin always may. */
  permit(permission: Permission, roles: readonly RoleName[]): void {
    if (this.roles.has(permission)) throw new Error(`"${permission}" is permitted twice.`);
    this.roles.set(permission, [...roles, 'admin']);
  }

  /** The chapters where the actor may do this: for the SQL of lists. */
  chaptersOf(actor: Actor, permission: Permission): string[] | 'all' {
    const roles = this.roles.get(permission);
    if (!roles) throw new Error(`Nobody is permitted "${permission}".`);
    const mine = actor.grants.filter(({ role }) => roles.includes(role)).map(({ chapterId }) => chapterId);
    return mine.includes(null) ? 'all' : mine.filter((chapterId) => chapterId !== null);
  }

  /** @throws Refusal NOT_FOUND unless every one of these things is there and in a chapter where the actor may do this. */
  async require(actor: Actor, permission: Permission, ids: readonly string[], what?: string): Promise<void> {
    const mine = this.chaptersOf(actor, permission);
    const wanted = new Set(ids.map((id) => id.toLowerCase()));
    if (mine.length === 0 || ![...wanted].every(isUuid)) throw notThere(what);
    const noun = permission.slice(0, permission.indexOf(':'));
    const sql = this.chapters.get(noun);
    if (!sql) throw new Error(`Nobody defined which chapter a "${noun}" belongs to.`);
    const rows = await this.db.query<{ id: string; chapter_id: string | null }>(sql, [[...wanted]]);
    const yours = rows.filter(({ chapter_id: id }) => mine === 'all' || (id !== null && mine.includes(id)));
    if (yours.length !== wanted.size) throw notThere(what);
  }
}
