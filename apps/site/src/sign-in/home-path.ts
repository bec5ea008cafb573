import type { ResultOf } from '@upstander/api-client';
import type { SignedInAccount } from './queries';

type Role = NonNullable<ResultOf<typeof SignedInAccount>['me']>['grants'][number]['role'];

export function homePathOf(grants: readonly { role: Role }[]): string {
  const roles = new Set(grants.map(({ role }) => role));
  const isSiteRole = (role: Role) => role === 'VOLUNTEER' || role === 'BUSINESS';
  if ([...roles].some((role) => !isSiteRole(role))) return '/admin';
  return roles.has('BUSINESS') ? '/business/home' : '/account';
}

/** Sends staff to their account if the admin has a separate host, because that page links to the admin. */
export function siteHomePath(grants: readonly { role: Role }[], { hasAdminHost }: { hasAdminHost: boolean }): string {
  const home = homePathOf(grants);
  return home === '/admin' && hasAdminHost ? '/account' : home;
}
