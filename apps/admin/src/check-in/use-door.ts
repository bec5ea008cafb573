import { ApiFault, ApiRefusal, type ResultOf } from '@upstander/api-client';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { request } from '../api/ask';
import { applyAction, mergeReloadedList, type CheckInList, type PendingAction } from './check-in-list';
import { changeDoor, CheckInListLockedError, isListPersisted, readDoor } from './check-in-list-store';
import { codeReader } from './scanner/code-reader';
import { cacheForOffline } from './cache-for-offline';
import { coalesceRuns } from './coalesce-runs';
import { preloadMessages } from '../words/words';
import { attendanceQuery, doorEventQuery, type Attendee } from './queries';
import { sendQueue } from './send-marks';

/** Polling interval while the screen is open, in milliseconds. Check-ins from other phones appear within this time. */
const pollIntervalMs = 15_000;

export interface DoorState {
  door: CheckInList | null;
  /** True if the last request reached the server. */
  online: boolean;
  worksOffline: boolean;
  error: unknown;
  /** Set if the list is on this device but can't be opened without a network, or only with its PIN. */
  locked: { hasPin: boolean } | null;
  reopen: () => void;
  recordActions: (...actions: PendingAction[]) => void;
  dismiss: (problemId: string) => void;
}

/**
 * Manages the check-in list. Actions are shown and stored immediately, then sent in order once there is a network, with
 * retries. Their IDs prevent double counting.
 */
export function useCheckInList(eventId: string): DoorState {
  const [door, setDoor] = useState<CheckInList | null>(null);
  const [online, setOnline] = useState(true);
  const [isKept, setIsKept] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [locked, setLocked] = useState<DoorState['locked']>(null);

  const change = useCallback(
    async (update: (door: CheckInList | undefined) => CheckInList | undefined) => {
      const updated = await changeDoor(eventId, update);
      if (updated) setDoor(updated);
      return updated;
    },
    [eventId],
  );

  const sync = useMemo(
    () =>
      coalesceRuns(async () => {
        // `navigator.onLine` is reliable only when it is false.
        if (!navigator.onLine) {
          setOnline(false);
          return;
        }
        try {
          await syncList(eventId, change);
          setOnline(true);
          setError(null);
          setLocked(null);
        } catch (failure) {
          if (failure instanceof ApiFault || failure instanceof CheckInListLockedError) setOnline(false);
          if (failure instanceof CheckInListLockedError) setLocked(failure);
          else setError(failure);
        }
      }),
    [eventId, change],
  );

  const reopen = useCallback(() => {
    readDoor(eventId).then(
      (stored) => {
        setLocked(null);
        if (stored) setDoor(stored);
      },
      // Without a stored list the page asks the API.
      (failure: unknown) => failure instanceof CheckInListLockedError && setLocked(failure),
    );
  }, [eventId]);

  useEffect(() => {
    reopen();
    sync();
    const timer = setInterval(sync, pollIntervalMs);
    window.addEventListener('online', sync);
    window.addEventListener('offline', sync);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', sync);
      window.removeEventListener('offline', sync);
    };
  }, [reopen, sync]);

  const isLoaded = door !== null;
  useEffect(() => {
    // When opened offline, the cached page is complete. The rest is cached once there is a network.
    if (!isLoaded || !online) return;
    const cacheList = (isAll: boolean) =>
      cacheForOffline(isAll).then((stored) => setIsKept(stored && isListPersisted()));
    // Caches the list and the waivers in both languages first, then the code reader for browsers without their own.
    void Promise.all([preloadMessages('en', 'waivers'), preloadMessages('es', 'waivers')])
      .catch(() => undefined)
      .then(() => cacheList(false))
      .then(codeReader)
      .then(() => cacheList(true))
      .catch(() => undefined);
  }, [isLoaded, online]);

  const recordActions = useCallback(
    (...actions: PendingAction[]) => {
      void change((current) => {
        if (!current) return current;
        const people = actions.reduce((list, pending) => applyAction(list, pending, current.waivers), current.people);
        return { ...current, people, queue: [...current.queue, ...actions] };
      }).then(sync);
    },
    [change, sync],
  );
  const dismissProblem = useCallback(
    (problemId: string) => {
      void change(
        (current) => current && { ...current, problems: current.problems.filter(({ id }) => id !== problemId) },
      );
    },
    [change],
  );
  return { door, online, worksOffline: isKept, error, locked, reopen, recordActions, dismiss: dismissProblem };
}

type Change = (update: (door: CheckInList | undefined) => CheckInList | undefined) => Promise<CheckInList | undefined>;

/** Sends the unsent check-ins, then loads the list again. @throws ApiFault if the server can't be reached. */
async function syncList(eventId: string, change: Change): Promise<void> {
  await sendQueue(eventId, change);
  const { manageEvent: event, doorWaivers: waivers } = await request(doorEventQuery, { id: eventId });
  if (!event) throw new ApiRefusal('NOT_FOUND');
  const people: Attendee[] = [];
  for (let cursor: string | null = null, hasMore = true; hasMore;) {
    const { attendance }: ResultOf<typeof attendanceQuery> = await request(attendanceQuery, { eventId, after: cursor });
    people.push(...attendance.edges.map(({ node }) => node));
    hasMore = attendance.pageInfo.hasNextPage;
    cursor = attendance.pageInfo.endCursor;
  }
  const emptyList: CheckInList = { event, waivers, people: [], queue: [], problems: [], readAt: '' };
  await change((current) => mergeReloadedList(current ?? emptyList, { people, event, waivers }, new Date()));
}
