import { useRead } from '../api/use-api';
import { meQuery, type Me } from './me';

type RoleName = Me['grants'][number]['role'];
export type Area = Me['viewAreas'][number];
export type Feature = Me['featuresInUse'][number];

/** Powerful roles, which need the approval of two people. */
export const powerfulRoles: readonly RoleName[] = ['ADMIN', 'ADVOCATE', 'FINANCE', 'MODERATOR'];

/** Returns the signed-in user, or null once the session has ended here or on another device. */
export function useSession(): Me | null {
  const { data } = useRead(meQuery, {});
  lastUser = data?.me ?? lastUser;
  return data?.me ?? null;
}

/** The last signed-in user, kept while they sign in again next to unsaved input. */
let lastUser: Me | null = null;

export function lastSignedInUser(): Me | null {
  return lastUser;
}

/** The frame renders its screens only if there is a signed-in user. */
export function useMe(): Me {
  const session = useSession();
  const me = session ?? lastUser;
  if (!me) throw new Error('Nobody is signed in.');
  return me;
}

/** Volunteers and businesses use the public site. */
export function isStaff(me: Me): boolean {
  return hasBuiltInRole(me) || me.customGrants.length > 0 || me.coOrganizedIds.length > 0;
}

function hasBuiltInRole(me: Me): boolean {
  return me.grants.some(({ role }) => role !== 'VOLUNTEER' && role !== 'BUSINESS');
}

/** True for staff without a built-in role, who see the screens of their areas without sections. */
export function isLimitedStaff(me: Me): boolean {
  return isStaff(me) && !hasBuiltInRole(me);
}

/** True unless the installation switched the feature off and has no records of it. */
export function hasFeature(me: Me, feature: Feature): boolean {
  return me.featuresInUse.includes(feature);
}

/** Areas in which co-organizers work on the page of their event. */
export const coOrganizerAreas: readonly Area[] = ['EVENTS', 'HOURS', 'MESSAGES', 'REGISTRATIONS', 'ROSTER'];

/**
 * True if a custom role with one of these base roles includes the area at this level. Co-organizers have the list of
 * events, which contains only theirs.
 */
export function hasCustomArea(
  me: Me,
  area: Area,
  bases: readonly RoleName[],
  level: 'view' | 'manage' = 'view',
): boolean {
  if (area === 'EVENTS' && me.coOrganizedIds.length > 0 && bases.includes('ORGANIZER')) return true;
  return me.customGrants.some(
    ({ baseRole, viewAreas, manageAreas }) =>
      bases.includes(baseRole) && (manageAreas.includes(area) || (level === 'view' && viewAreas.includes(area))),
  );
}

export function canView(me: Me, area: Area): boolean {
  return me.viewAreas.includes(area);
}

export function canManage(me: Me, area: Area): boolean {
  return me.manageAreas.includes(area);
}

/** Returns the public page that a user without a staff role is sent to. The sign-in page redirects members of a business. */
export function homeOnTheSite(me: Me): string {
  return hasRole(me, 'BUSINESS') ? '/sign-in' : '/account?from=admin';
}

export function isAdmin(me: Me): boolean {
  return hasRole(me, 'ADMIN');
}

/** True if the user can manage events in any chapter. */
export function mayOrganize(me: Me): boolean {
  return isAdmin(me) || hasRole(me, 'ORGANIZER');
}

/** True if the user can see all gifts and manage funds. */
export function canSeeMoney(me: Me): boolean {
  return hasFeature(me, 'FUNDRAISING') && canSeePersonalData(me);
}

/** True if the user can decide requests about personal data, and see the system status. */
export function canSeePersonalData(me: Me): boolean {
  return isAdmin(me) || hasRole(me, 'FINANCE');
}

/** True if the user creates, reviews or disburses fundraisers. */
export function canSeeFundraisers(me: Me): boolean {
  return hasFeature(me, 'FUNDRAISING') && (mayOrganize(me) || canSeeMoney(me) || hasRole(me, 'MODERATOR'));
}

/** True if the user can approve fundraisers. */
export function mayReview(me: Me): boolean {
  return hasFeature(me, 'FUNDRAISING') && (canSeeMoney(me) || hasRole(me, 'MODERATOR'));
}

export function mayModerate(me: Me): boolean {
  return isAdmin(me) || hasRole(me, 'MODERATOR');
}

/** True if the user can approve businesses and their opportunities. */
export function mayApproveBusinesses(me: Me): boolean {
  return hasFeature(me, 'OPPORTUNITIES') && mayModerate(me);
}

export function mayWriteArticles(me: Me): boolean {
  return mayOrganize(me) || hasRole(me, 'MODERATOR');
}

export function canEditDirectory(me: Me): boolean {
  return mayModerate(me) || hasRole(me, 'ADVOCATE');
}

/** Administrators are not included. False without a sealed zone. */
export function isAdvocate(me: Me): boolean {
  return hasFeature(me, 'SEALED_ZONE') && hasRole(me, 'ADVOCATE');
}

/** The trail contains no sealed content. */
export function canSeeTrail(me: Me): boolean {
  return hasFeature(me, 'SEALED_ZONE') && (isAdvocate(me) || isAdmin(me));
}

/** Holders of a powerful role can approve or object to requests for one. */
export function hasPowerfulRole(me: Me): boolean {
  return powerfulRoles.some((role) => hasRole(me, role));
}

function hasRole(me: Me, role: RoleName): boolean {
  return me.grants.some((grant) => grant.role === role);
}
