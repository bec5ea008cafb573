import { useRead } from '../api/use-api';
import { meQuery, type Me } from './me';

type RoleName = Me['grants'][number]['role'];

/** The person who is signed in. The frame is only shown to somebody who is, so there always is one below it. */
export function useMe(): Me {
  const { data } = useRead(meQuery, {});
  if (!data?.me) throw new Error('Nobody is signed in.');
  return data.me;
}

export function isAdmin(me: Me): boolean {
  return hasRole(me, 'ADMIN');
}

/** Whether the person may run events somewhere: the desk has something for them. */
export function mayOrganize(me: Me): boolean {
  return isAdmin(me) || hasRole(me, 'ORGANIZER');
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
