import { coOrganizerAreas, lastSignedInUser, useSession, type Area } from './use-me';

export interface EventAccess {
  canView: (area: Area) => boolean;
  canManage: (area: Area) => boolean;
}

/**
 * Returns what the user can do on the page of an event. Co-organizers work like an organizer there. The check-in also
 * works without a network, where no one knows who is signed in: then it's nothing.
 */
export function useEventAccess(event: { id: string; series?: { id: string } | null } | undefined): EventAccess {
  const me = useSession() ?? lastSignedInUser();
  if (!me) return { canView: () => false, canManage: () => false };
  const isShared = event !== undefined && me.coOrganizedIds.some((id) => id === event.id || id === event.series?.id);
  const ofEvent = (area: Area) => isShared && coOrganizerAreas.includes(area);
  return {
    canView: (area) => me.viewAreas.includes(area) || ofEvent(area),
    canManage: (area) => me.manageAreas.includes(area) || ofEvent(area),
  };
}
