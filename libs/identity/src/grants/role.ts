import { enumOf, type EnumOf } from '@upstander/platform';

export const Role = enumOf('Role', 'What somebody may be trusted with.', {
  admin: 'Accounts, roles, chapters and everything that is no money or sealed.',
  advocate: 'The sealed zone: applications and consultations.',
  business: 'Acts for a business.',
  finance: 'Gifts, refunds, disbursements and the ledger.',
  moderator: 'Reads businesses, opportunities and campaigns before they are shown.',
  organizer: 'Events and campaigns of a chapter.',
  volunteer: 'Their own sign-ups.',
});
export type RoleName = EnumOf<typeof Role>;

/** The roles that see other people's data: without a finished second step they count for nothing. */
export const staffRoles: readonly RoleName[] = ['admin', 'advocate', 'finance', 'moderator', 'organizer'];

/** The roles that open money, the sealed zone or other people's power: given by two people, never by one. */
export const powerfulRoles: readonly RoleName[] = ['admin', 'advocate', 'finance', 'moderator'];

/** A role as the access rules see it; no chapter means the whole organisation. */
export interface GrantedRole {
  readonly role: RoleName;
  readonly chapterId: string | null;
}
