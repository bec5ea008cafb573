import { type Access, type Actor, type Permission } from '@upstander/identity';
import { Refusal } from '@upstander/platform';

/** @throws Refusal NOT_ALLOWED */
export function requireOrganizationRole(access: Access, actor: Actor, permission: Permission): void {
  if (access.chaptersOf(actor, permission) === 'all') return;
  throw new Refusal('NOT_ALLOWED', 'Your account doesn’t have access to this.');
}
