import { Injectable } from '@nestjs/common';
import { Clock, Config, Logger, type Tx } from '@upstander/platform';
import { Notices } from '../notices/notices.js';
import { noteSecurityEvent } from '../security-events/security-event.js';
import { findOpenChapters } from '../chapters/chapter-columns.js';

interface GrantedByGroup {
  readonly role: 'organizer';
  readonly chapterId: string | null;
}

/**
 * Roles that groups of the identity provider give (`OIDC_ROLES`). They name the link in `grant.identity_id`; roles that an
 * admin gave don't, and are left alone.
 */
@Injectable()
export class GroupGrants {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly notices: Notices,
  ) {}

  /** Returns the roles of the groups. Leaves out chapters that are closed or don't exist. */
  async rolesOf(tx: Tx, groups: readonly string[]): Promise<GrantedByGroup[]> {
    const mapped = (this.config.OIDC_ROLES ?? []).filter(({ group }) => groups.includes(group));
    const slugs = mapped.flatMap(({ chapter }) => chapter ?? []);
    const chapters = await findOpenChapters(tx, slugs);
    const idBySlug = new Map(chapters.map(({ id, slug }) => [slug, id]));
    for (const slug of slugs)
      if (!idBySlug.has(slug)) this.logger.warn({ chapter: slug }, 'OIDC_ROLES names a chapter that is not open');
    const roles = mapped.flatMap(({ role, chapter }) => {
      const chapterId = chapter === null ? null : idBySlug.get(chapter);
      return chapterId === undefined ? [] : [{ role, chapterId }];
    });
    return [...new Map(roles.map((one) => [one.chapterId, one])).values()];
  }

  /** Gives missing roles and takes away those of groups that the person left. Both apply from the next request. */
  async update(tx: Tx, link: { id: string; accountId: string }, roles: readonly GrantedByGroup[]): Promise<void> {
    const { id, accountId } = link;
    const removed = await tx.query<GrantedByGroup>(
      `DELETE FROM identity."grant" WHERE identity_id = $1
         AND NOT (chapter_id IS NULL AND $2 OR chapter_id IS NOT NULL AND chapter_id = ANY ($3::uuid[]))
       RETURNING role, chapter_id AS "chapterId"`,
      [id, roles.some(({ chapterId }) => chapterId === null), roles.flatMap(({ chapterId }) => chapterId ?? [])],
    );
    for (const role of removed) await this.note(tx, 'role-revoked', accountId, role);
    for (const role of roles) {
      const inserted = await tx.query(
        `INSERT INTO identity."grant" (account_id, role, chapter_id, identity_id, created_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING RETURNING id`,
        [accountId, role.role, role.chapterId, id, this.clock.now()],
      );
      if (inserted.length > 0) await this.note(tx, 'role-granted', accountId, role);
    }
  }

  private async note(
    tx: Tx,
    kind: 'role-granted' | 'role-revoked',
    accountId: string,
    role: GrantedByGroup,
  ): Promise<void> {
    await noteSecurityEvent(tx, { kind, accountId, detail: 'sso-group', at: this.clock.now() });
    await this.notices.notifyOwner(tx, { kind, accountId, ...role });
  }
}
