import { powerfulRoles, type RoleName } from '../roles/role.js';

/** Members of the group at the identity provider get the role. */
export interface GroupRole {
  readonly group: string;
  readonly role: 'organizer';
  /** Slug of the chapter; null for the whole organization. */
  readonly chapter: string | null;
}

const pattern = /^([^=]+)=([a-z]+)(?:@([a-z0-9-]+))?$/;

/** Parses `group=role` or `group=role@chapter`, separated by commas. Group names are case-sensitive. */
export function parseGroupRoles(text: string): GroupRole[] | { problem: string } {
  const roles: GroupRole[] = [];
  for (const entry of text.split(',').map((part) => part.trim())) {
    if (entry === '') continue;
    const [, group = '', role = '', chapter = null] = pattern.exec(entry) ?? [];
    if (powerfulRoles.includes(role as RoleName))
      return { problem: `can't give the role ${role}, because that takes two people in the admin` };
    if (role !== 'organizer') return { problem: 'must be entries like group=organizer or group=organizer@chapter' };
    roles.push({ group: group.trim(), role, chapter });
  }
  return roles;
}
