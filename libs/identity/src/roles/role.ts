import { enumOf, type EnumOf } from '@upstander/platform';

export const Role = enumOf('Role', 'A role that can be granted to an account.', {
  admin: 'Manages accounts, roles, chapters, and everything except money and sealed records.',
  advocate: 'Handles applications and consultations in the sealed zone.',
  business: 'Acts for a business.',
  finance: 'Manages gifts, refunds, disbursements, and the ledger.',
  moderator: 'Reviews businesses, opportunities, and campaigns before publication.',
  organizer: "Runs a chapter's events and campaigns.",
  volunteer: 'Manages their own sign-ups.',
});
export type RoleName = EnumOf<typeof Role>;

/** Roles with access to other people's data. They have no effect without two-step sign-in. */
export const staffRoles: readonly RoleName[] = ['admin', 'advocate', 'finance', 'moderator', 'organizer'];

/** Roles with access to money, the sealed zone, or other people's permissions. Granting them takes two people. */
export const powerfulRoles: readonly RoleName[] = ['admin', 'advocate', 'finance', 'moderator'];

/** Roles that a custom role can narrow. Never admin or advocate, whose work can't be divided by areas. */
export const baseRoles: readonly RoleName[] = ['finance', 'moderator', 'organizer'];

/** SQL table: all roles of accounts. A custom role is its base role with its `areas`, which are null for a whole role. */
export const grantedRoles = `(
  SELECT account_id, role, chapter_id, NULL::text[] AS areas FROM identity."grant"
  UNION ALL
  SELECT c.account_id, r.base_role, c.chapter_id, r.view_areas || r.manage_areas
  FROM identity.custom_grant c JOIN identity.custom_role r ON r.id = c.custom_role_id
)`;

/** SQL condition: the account has a staff role, also a custom one, or co-organizes an event. */
export function staffCondition(accountId: string, roles: string): string {
  return `(EXISTS (SELECT FROM identity."grant" g WHERE g.account_id = ${accountId} AND g.role = ANY(${roles}))
    OR EXISTS (SELECT FROM identity.custom_grant c WHERE c.account_id = ${accountId})
    OR EXISTS (SELECT FROM identity.record_grant r WHERE r.account_id = ${accountId}))`;
}

/** No chapter means the whole organization. */
export interface GrantedRole {
  readonly role: RoleName;
  readonly chapterId: string | null;
}
