import type { ResultOf } from '@upstander/api-client';
import type { WhoAmI } from './queries';

type Role = NonNullable<ResultOf<typeof WhoAmI>['me']>['grants'][number]['role'];

/** Where somebody is at home who signs in without wanting to go anywhere: each has a page that is theirs. */
export function homeOf(grants: readonly { role: Role }[]): string {
  const roles = new Set(grants.map(({ role }) => role));
  const only = (role: Role) => role === 'VOLUNTEER' || role === 'BUSINESS';
  if ([...roles].some((role) => !only(role))) return '/admin';
  return roles.has('BUSINESS') ? '/business/home' : '/account';
}
