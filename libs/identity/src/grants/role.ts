import { registerEnumType } from '@nestjs/graphql';

/** What somebody may be trusted with: for one chapter, or for the whole organisation. */
export const Role = {
  ADMIN: 'admin',
  ADVOCATE: 'advocate',
  BUSINESS: 'business',
  FINANCE: 'finance',
  MODERATOR: 'moderator',
  ORGANIZER: 'organizer',
  VOLUNTEER: 'volunteer',
} as const;
export type RoleName = (typeof Role)[keyof typeof Role];
registerEnumType(Role, { name: 'Role', description: 'What somebody may be trusted with.' });

/** The roles that see other people's data: without a finished second step they count for nothing. */
export const staffRoles: readonly RoleName[] = ['admin', 'advocate', 'finance', 'moderator', 'organizer'];

/** The roles that open money, the sealed zone or other people's power: given by two people, never by one. */
export const powerfulRoles: readonly RoleName[] = ['admin', 'advocate', 'finance', 'moderator'];

/** A role as the access rules see it; no chapter means the whole organisation. */
export interface GrantedRole {
  readonly role: RoleName;
  readonly chapterId: string | null;
}
