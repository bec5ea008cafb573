import { createStore, del, delMany, entries, get, set, update, type UseStore } from 'idb-keyval';
import type { Door } from './door';

let store: UseStore | null = null;

/** The lists this phone keeps for when there is no network, in IndexedDB; opened when it is first needed. */
function lists(): UseStore {
  return (store ??= createStore('upstander-door', 'lists'));
}

/** What this page knew last: it goes on with that where the browser keeps nothing (private windows, full disks). */
const known = new Map<string, Door | undefined>();
let keeping = true;

/** Whether the lists outlive this page. */
export const isKept = (): boolean => keeping;

export async function readDoor(eventId: string): Promise<Door | undefined> {
  try {
    known.set(eventId, await get<Door>(eventId, lists()));
  } catch {
    keeping = false;
  }
  return known.get(eventId);
}

/** Changes the kept list in one step, so that a tap meanwhile is not lost; answers what is kept then. */
export async function changeDoor(
  eventId: string,
  change: (door: Door | undefined) => Door | undefined,
): Promise<Door | undefined> {
  let changed: Door | undefined;
  try {
    await update<Door>(eventId, (door) => (changed = change(door)) as Door, lists());
  } catch {
    keeping = false;
    changed = change(known.get(eventId));
  }
  known.set(eventId, changed);
  return changed;
}

/** How long after its event a list is kept at most, once the server has heard everything. */
const keptDays = 2;

/** Drops the lists of events that are long over, except for what the server has not heard. */
export async function dropOldDoors(now: Date): Promise<void> {
  const kept = await entries<string, Door | undefined>(lists());
  const old = kept.filter(
    ([, door]) =>
      !door ||
      (door.queue.length === 0 && new Date(door.event.endsAt).valueOf() + keptDays * 86_400_000 < now.valueOf()),
  );
  await delMany(
    old.map(([id]) => id),
    lists(),
  );
}

/**
 * Whoever signs out leaves no list of names behind. What the server has not heard yet stays, without the list, and is sent
 * when somebody of the chapter opens the screen again: a day's work is not lost by a tap on "Sign out".
 */
export async function dropAllDoors(): Promise<void> {
  const kept = await entries<string, Door>(lists());
  for (const [id, { event, queue }] of kept) {
    if (queue.length === 0) await del(id, lists());
    else await set(id, { event, queue, waivers: [], people: [], problems: [], readAt: '' } satisfies Door, lists());
  }
}
