import { Injectable } from '@nestjs/common';
import { selectList, Database } from '@upstander/platform';
import { type Actor, isAdmin } from '../access/actor.js';
import { RoleRequest } from './role-request.entity.js';
import type { ShownRoleRequest } from './role-request.type.js';
import { chapterJson } from '../chapters/chapter-columns.js';
import { accountJson, accountName, activeGrants } from '../accounts/rows/account-columns.js';

@Injectable()
export class RoleRequestReads {
  constructor(private readonly db: Database) {}

  /** Sorts open requests oldest first, decided ones latest first. Admins see all, others those for roles they hold. */
  async list(actor: Actor, { open, id }: { open: boolean; id?: string }): Promise<ShownRoleRequest[]> {
    return this.db.query<ShownRoleRequest>(select, [
      actor.accountId,
      isAdmin(actor),
      JSON.stringify(actor.grants),
      id ?? null,
      open,
    ]);
  }

  async byId(actor: Actor, id: string): Promise<ShownRoleRequest> {
    const [roleRequest] = await this.list(actor, { id, open: false });
    if (!roleRequest) throw new Error('The request was deleted concurrently.');
    return roleRequest;
  }
}

const select = `
  SELECT ${selectList(RoleRequest, 'r', 'staff')}, ${accountJson('r.account_id')} AS account,
    CASE WHEN cr.id IS NOT NULL THEN json_build_object('id', cr.id, 'name', cr.name, 'nameEs', cr.name_es,
      'viewAreas', cr.view_areas, 'manageAreas', cr.manage_areas) END AS "customRole",
    ${chapterJson('r.chapter_id')} AS chapter,
    ${accountJson('r.requested_by')} AS "requestedBy", ${accountJson('r.approved_by')} AS "approvedBy", others.count AS approvers,
    r.status = 'requested' AND others.mine AS "canApprove",
    r.status IN ('requested', 'approved') AS "canReject",
    (SELECT json_agg(json_build_object('status', h.status, 'by', ${accountName('h.by_account_id')}, 'at', h.at) ORDER BY h.id)
     FROM identity.role_request_change h WHERE h.request_id = r.id) AS history
  FROM identity.role_request r
    LEFT JOIN identity.custom_role cr ON cr.id = r.custom_role_id
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT a.id)::int AS count, coalesce(bool_or(a.id = $1), false) AS mine FROM ${activeGrants}
      WHERE g.role = r.role AND (g.chapter_id IS NULL OR g.chapter_id = r.chapter_id)
        AND a.id <> r.account_id AND a.id IS DISTINCT FROM r.requested_by
    ) others
  WHERE ($2 OR EXISTS (
      SELECT FROM jsonb_to_recordset($3::jsonb) AS mine (role text, "chapterId" uuid)
      WHERE mine.role = r.role AND (mine."chapterId" IS NULL OR mine."chapterId" = r.chapter_id)
    ))
    AND CASE WHEN $4::uuid IS NOT NULL THEN r.id = $4 WHEN $5 THEN r.status IN ('requested', 'approved')
      ELSE r.status NOT IN ('requested', 'approved') END
  ORDER BY CASE WHEN $5 THEN r.requested_at END, r.requested_at DESC, r.id LIMIT 100`;
