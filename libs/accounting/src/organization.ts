import { type Access, type Actor, type Permission } from '@upstander/identity';
import { Refusal } from '@upstander/platform';

/** Requires a role for the whole organization, not just a chapter. @throws Refusal NOT_ALLOWED */
export function requireOrganizationRole(access: Access, actor: Actor, permission: Permission): void {
  if (access.chaptersOf(actor, permission) === 'all') return;
  throw new Refusal('NOT_ALLOWED', 'Your account doesn’t have access to this.');
}
