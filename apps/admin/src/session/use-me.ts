import { useRead } from '../api/use-api';
import { meQuery, type Me } from './me';

type RoleName = Me['grants'][number]['role'];

/** The roles that two people give. */
export const powerful: readonly RoleName[] = ['ADMIN', 'ADVOCATE', 'FINANCE', 'MODERATOR'];

/** Who is signed in, or null once the session has ended, here or from another device. */
export function useSession(): Me | null {
  const { data } = useRead(meQuery, {});
  before = data?.me ?? before;
  return data?.me ?? null;
}

/** Whoever was signed in last: while they sign in again beside what they were writing, they are still the same person. */
let before: Me | null = null;

export function whoWasSignedIn(): Me | null {
  return before;
}

/** The person who is signed in. The frame shows its screens to nobody else, so below it there always is one. */
export function useMe(): Me {
  const now = useSession();
  const me = now ?? before;
  if (!me) throw new Error('Nobody is signed in.');
  return me;
}

/** Whether the admin has anything for the person: volunteers and businesses have pages of their own on the site. */
export function isStaff(me: Me): boolean {
  return me.grants.some(({ role }) => role !== 'VOLUNTEER' && role !== 'BUSINESS');
}

/** The page of the site where somebody is at home who has nothing to do here. */
export function homeOnTheSite(me: Me): string {
  return hasRole(me, 'BUSINESS') ? '/business/home' : '/account?from=admin';
}

export function isAdmin(me: Me): boolean {
  return hasRole(me, 'ADMIN');
}

/** Whether the person may run events somewhere: the desk has something for them. */
export function mayOrganize(me: Me): boolean {
  return isAdmin(me) || hasRole(me, 'ORGANIZER');
}

/** Whether the person looks after money: sees every gift, and moves what has to be moved. */
export function seesMoney(me: Me): boolean {
  return isAdmin(me) || hasRole(me, 'FINANCE');
}

/** Whether the person has anything to do with fundraisers: runs, reviews or pays them. */
export function seesFundraisers(me: Me): boolean {
  return mayOrganize(me) || seesMoney(me) || hasRole(me, 'MODERATOR');
}

/** Whether the person decides on fundraisers that wait for a review. */
export function mayReview(me: Me): boolean {
  return seesMoney(me) || hasRole(me, 'MODERATOR');
}

/** Whether the person vets businesses and reads what they want to publish. */
export function mayModerate(me: Me): boolean {
  return isAdmin(me) || hasRole(me, 'MODERATOR');
}

/** Whether the person writes and approves what the site tells people. */
export function mayWriteArticles(me: Me): boolean {
  return mayOrganize(me) || hasRole(me, 'MODERATOR');
}

/** Whether the person keeps the help lines and the directory of services. */
export function keepsDirectory(me: Me): boolean {
  return mayModerate(me) || isAdvocate(me);
}

/** Whether the person speaks with those who apply. Being an administrator is not enough. */
export function isAdvocate(me: Me): boolean {
  return hasRole(me, 'ADVOCATE');
}

/** Whether the person may see who read what, and the totals: neither holds anything of what was written. */
export function seesTrail(me: Me): boolean {
  return isAdvocate(me) || isAdmin(me);
}

/** Whether the person holds a role that two people give: then they are asked about others who are to get it. */
export function holdsPower(me: Me): boolean {
  return powerful.some((role) => hasRole(me, role));
}

function hasRole(me: Me, role: RoleName): boolean {
  return me.grants.some((grant) => grant.role === role);
}

/** The chapters somebody runs events for; an organisation-wide role has all of them. */
export function chaptersFor<Chapter extends { id: string }>(me: Me, all: readonly Chapter[]): readonly Chapter[] {
  const organizing = me.grants.filter(({ role }) => role === 'ADMIN' || role === 'ORGANIZER');
  if (organizing.some(({ chapter }) => chapter === null)) return all;
  const own = new Set(organizing.map(({ chapter }) => chapter?.id));
  return all.filter(({ id }) => own.has(id));
}
