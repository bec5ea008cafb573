import type { ResultOf } from '@upstander/api-client';
import { isPageOn } from '../request/features';
import type { SiteContext } from '../request/site-context';
import type { SignedInAccount } from './queries';

type Role = NonNullable<ResultOf<typeof SignedInAccount>['me']>['grants'][number]['role'];

interface SignedIn {
  grants: readonly { role: Role }[];
  customGrants: readonly unknown[];
  coOrganizedIds: readonly string[];
}

export function homePathOf({ grants, customGrants, coOrganizedIds }: SignedIn): string {
  if (customGrants.length + coOrganizedIds.length > 0) return '/admin';
  const roles = new Set(grants.map(({ role }) => role));
  const isSiteRole = (role: Role) => role === 'VOLUNTEER' || role === 'BUSINESS';
  if ([...roles].some((role) => !isSiteRole(role))) return '/admin';
  return roles.has('BUSINESS') ? '/business/home' : '/account';
}

/**
 * Sends staff to their account if the admin has a separate host, because that page links to the admin, and members of a
 * business if the installation has no opportunities.
 */
export function siteHomePath(
  me: SignedIn,
  { hasAdminHost, organization }: Pick<SiteContext, 'hasAdminHost' | 'organization'>,
): string {
  const home = homePathOf(me);
  return (home === '/admin' && hasAdminHost) || !isPageOn(home, organization) ? '/account' : home;
}
