import { type Access, type Actor, type Permission } from '@upstander/identity';
import { Refusal } from '@upstander/platform';

/**
 * For what belongs to the organisation as a whole, such as its bank: a role for one chapter is not enough.
 * @throws Refusal NOT_ALLOWED.
 */
export function requireEverywhere(access: Access, actor: Actor, permission: Permission): void {
  if (access.chaptersOf(actor, permission) === 'all') return;
  throw new Refusal('NOT_ALLOWED', 'This is not something your account may do.');
}
