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
