import { createStore, del, entries, set, type UseStore } from 'idb-keyval';
import type { CheckInList } from './check-in-list';

let store: UseStore | null = null;

export function lists(): UseStore {
  return (store ??= createStore('upstander-door', 'lists'));
}

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

/** The list's key, sealed with a key derived from the PIN and with a key that never leaves this browser. */
export interface PinLock {
  salt: Uint8Array<ArrayBuffer>;
  iterations: number;
  device: CryptoKey;
  sealed: Sealed;
  wrong: number;
}

/** A check-in list as it is stored: sealed, except for what is needed to drop it in time. */
export interface StoredDoor {
  endsAt: string;
  /** The last time the server answered with the list, which proves that the session was valid. */
  readAt: string;
  /** Number of check-ins that the server has not received. */
  unsent: number;
  /** The people, waivers and problems. Null once the session has ended. */
  list: Sealed | null;
  queue: Sealed;
  /** The key of both, sealed with the key that the server gives to a valid session of the same account. */
  bySession: string;
  byPin: PinLock | null;
}

/** Lists stored by releases up to 0.2.0, which did not seal them. */
export type LegacyDoor = CheckInList;

export function isLegacy(kept: StoredDoor | LegacyDoor): kept is LegacyDoor {
  return 'people' in kept;
}

/** Retention of lists after the event, and of unsent check-ins, in milliseconds. */
const listKept = 6 * 3_600_000;
const unsentKept = 30 * 86_400_000;

async function all(): Promise<Array<[id: string, kept: StoredDoor | LegacyDoor]>> {
  const kept = await entries<string, StoredDoor | LegacyDoor | undefined>(lists());
  return kept.flatMap(([id, one]) => (one ? [[id, one] as [string, StoredDoor | LegacyDoor]] : []));
}

/** Returns the IDs of stored lists with unsent check-ins. */
export async function findUnsent(): Promise<string[]> {
  const kept = await all();
  return kept.filter(([, one]) => unsentOf(one) > 0).map(([id]) => id);
}

/**
 * Drops every list whose session has ended. Unsent check-ins stay, sealed with the account's session key. Only a new
 * sign-in of the same person can open and send them.
 */
export async function endDoors(): Promise<void> {
  for (const [id, kept] of await all()) await dropList(id, kept);
}

/** Drops the lists of events that are over, and unsent check-ins after 30 days. */
export async function dropOldDoors(now: Date): Promise<void> {
  for (const [id, kept] of await all()) {
    const over = now.valueOf() - Date.parse(isLegacy(kept) ? kept.event.endsAt : kept.endsAt);
    if (over > unsentKept) await del(id, lists());
    else if (over > listKept) await dropList(id, kept);
  }
}

export async function deleteDoors(): Promise<void> {
  for (const [id] of await entries<string, unknown>(lists())) await del(id, lists());
}

async function dropList(id: string, kept: StoredDoor | LegacyDoor): Promise<void> {
  if (unsentOf(kept) === 0) return del(id, lists());
  const bare = isLegacy(kept)
    ? { ...kept, people: [], waivers: [], problems: [] }
    : { ...kept, list: null, byPin: null };
  await set(id, bare, lists());
}

function unsentOf(kept: StoredDoor | LegacyDoor): number {
  return isLegacy(kept) ? kept.queue.length : kept.unsent;
}
