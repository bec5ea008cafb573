import { useMe, type Area } from './use-me';

interface EventAccess {
  canView: (area: Area) => boolean;
  canManage: (area: Area) => boolean;
}

/** Returns what the user can do on the page of an event. */
export function useEventAccess(): EventAccess {
  const me = useMe();
  return {
    canView: (area) => me.viewAreas.includes(area),
    canManage: (area) => me.manageAreas.includes(area),
  };
}
