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
  /** True if this screen works offline. */
  worksOffline: boolean;
  error: unknown;
  /** Set if the list is on this device but can't be opened without a network, or only with its PIN. */
  locked: { hasPin: boolean } | null;
  /** Opens the list again after the PIN was entered. */
  reopen: () => void;
  /** Applies check-in actions in order. */
  tap: (...taps: PendingAction[]) => void;
  dismiss: (problemId: string) => void;
}

/**
 * Manages the check-in list. Actions are shown and stored immediately, then sent in order once there is a network, with
 * retries. Their IDs prevent double counting.
 */
export function useCheckInList(eventId: string): DoorState {
  const [door, setDoor] = useState<CheckInList | null>(null);
  const [online, setOnline] = useState(true);
  const [keeps, setKeeps] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [locked, setLocked] = useState<DoorState['locked']>(null);

  const change = useCallback(
    async (how: (door: CheckInList | undefined) => CheckInList | undefined) => {
      const changed = await changeDoor(eventId, how);
      if (changed) setDoor(changed);
      return changed;
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
      (kept) => {
        setLocked(null);
        if (kept) setDoor(kept);
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

  const isThere = door !== null;
  useEffect(() => {
    // When opened offline, the cached page is complete. The rest is cached once there is a network.
    if (!isThere || !online) return;
    const keep = (isAll: boolean) => cacheForOffline(isAll).then((kept) => setKeeps(kept && isListPersisted()));
    // Caches the list and the waivers in both languages first, then the code reader for browsers without their own.
    void Promise.all([preloadMessages('en', 'waivers'), preloadMessages('es', 'waivers')])
      .catch(() => undefined)
      .then(() => keep(false))
      .then(codeReader)
      .then(() => keep(true))
      .catch(() => undefined);
  }, [isThere, online]);

  const tap = useCallback(
    (...taps: PendingAction[]) => {
      void change((now) => {
        if (!now) return now;
        const people = taps.reduce((list, pending) => applyAction(list, pending, now.waivers), now.people);
        return { ...now, people, queue: [...now.queue, ...taps] };
      }).then(sync);
    },
    [change, sync],
  );
  const dismiss = useCallback(
    (problemId: string) => {
      void change((now) => now && { ...now, problems: now.problems.filter(({ id }) => id !== problemId) });
    },
    [change],
  );
  return { door, online, worksOffline: keeps, error, locked, reopen, tap, dismiss };
}

type Change = (how: (door: CheckInList | undefined) => CheckInList | undefined) => Promise<CheckInList | undefined>;

/** Sends the unsent check-ins, then loads the list again. @throws ApiFault if the server can't be reached. */
async function syncList(eventId: string, change: Change): Promise<void> {
  await sendQueue(eventId, change);
  const { manageEvent: event, doorWaivers: waivers } = await request(doorEventQuery, { id: eventId });
  if (!event) throw new ApiRefusal('NOT_FOUND');
  const people: Attendee[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { attendance }: ResultOf<typeof attendanceQuery> = await request(attendanceQuery, { eventId, after });
    people.push(...attendance.edges.map(({ node }) => node));
    more = attendance.pageInfo.hasNextPage;
    after = attendance.pageInfo.endCursor;
  }
  const empty: CheckInList = { event, waivers, people: [], queue: [], problems: [], readAt: '' };
  await change((now) => mergeReloadedList(now ?? empty, { people, event, waivers }, new Date()));
}
