import { coOrganizerAreas, useMe, type Area } from './use-me';

export interface EventAccess {
  canView: (area: Area) => boolean;
  canManage: (area: Area) => boolean;
}

/** Returns what the user can do on the page of an event. Co-organizers work like an organizer there. */
export function useEventAccess(event: { id: string; series?: { id: string } | null } | undefined): EventAccess {
  const me = useMe();
  const isShared = event !== undefined && me.coOrganizedIds.some((id) => id === event.id || id === event.series?.id);
  const ofEvent = (area: Area) => isShared && coOrganizerAreas.includes(area);
  return {
    canView: (area) => me.viewAreas.includes(area) || ofEvent(area),
    canManage: (area) => me.manageAreas.includes(area) || ofEvent(area),
  };
}
