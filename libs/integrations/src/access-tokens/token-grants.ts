import type { AccountRights, CustomGrant, RoleName } from '@upstander/identity';
import type { AccessToken } from './access-token.entity.js';

type TokenScope = Pick<AccessToken, 'kind' | 'viewAreas' | 'manageAreas' | 'chapterId'>;

/** Roles that programs can use. Advocates work in the sealed zone, which accepts no token. */
const programRoles: readonly RoleName[] = ['admin', 'finance', 'moderator', 'organizer'];

/**
 * Narrows the owner's current roles to the areas and the chapter of a token. A service token uses only the role admin. A
 * token for one chapter works like an organizer there, because some work of other roles isn't divided by chapter. Returns
 * an empty list if the owner no longer has such a role.
 */
export function grantsOfToken(
  { kind, viewAreas, manageAreas, chapterId }: TokenScope,
  owner: AccountRights,
): CustomGrant[] {
  const whole = owner.grants
    .filter(({ role }) => programRoles.includes(role) && (kind === 'personal' || role === 'admin'))
    .map((grant) => ({ ...grant, viewAreas, manageAreas }));
  const custom =
    kind === 'service' ? [] : owner.customGrants.map((grant) => narrowGrant(grant, { viewAreas, manageAreas }));
  const grants = [...whole, ...custom];
  if (chapterId === null) return grants;
  return grants
    .filter(({ role }) => role === 'admin' || role === 'organizer')
    .filter((grant) => grant.chapterId === null || grant.chapterId === chapterId)
    .map((grant) => ({ ...grant, role: 'organizer', chapterId }));
}

function narrowGrant(
  grant: CustomGrant,
  { viewAreas, manageAreas }: Pick<AccessToken, 'viewAreas' | 'manageAreas'>,
): CustomGrant {
  const allViewed = [...grant.viewAreas, ...grant.manageAreas];
  return {
    ...grant,
    viewAreas: [...viewAreas, ...manageAreas].filter((area) => allViewed.includes(area)),
    manageAreas: manageAreas.filter((area) => grant.manageAreas.includes(area)),
  };
}
