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

export function isLegacy(stored: StoredDoor | LegacyDoor): stored is LegacyDoor {
  return 'people' in stored;
}

/** Retention of lists after the event, and of unsent check-ins, in milliseconds. */
const listRetentionMs = 6 * 3_600_000;
const unsentRetentionMs = 30 * 86_400_000;

async function readAll(): Promise<Array<[id: string, kept: StoredDoor | LegacyDoor]>> {
  const stored = await entries<string, StoredDoor | LegacyDoor | undefined>(lists());
  return stored.flatMap(([id, stored]) => (stored ? [[id, stored] as [string, StoredDoor | LegacyDoor]] : []));
}

export async function findUnsent(): Promise<string[]> {
  const stored = await readAll();
  return stored.filter(([, stored]) => unsentCountOf(stored) > 0).map(([id]) => id);
}

/**
 * Drops every list whose session has ended. Unsent check-ins stay, sealed with the account's session key. Only a new
 * sign-in of the same person can open and send them.
 */
export async function endDoors(): Promise<void> {
  for (const [id, stored] of await readAll()) await deleteList(id, stored);
}

/** Drops the lists of events that are over, and unsent check-ins after 30 days. */
export async function deleteOldLists(now: Date): Promise<void> {
  for (const [id, stored] of await readAll()) {
    const msSinceEnd = now.valueOf() - Date.parse(isLegacy(stored) ? stored.event.endsAt : stored.endsAt);
    if (msSinceEnd > unsentRetentionMs) await del(id, lists());
    else if (msSinceEnd > listRetentionMs) await deleteList(id, stored);
  }
}

export async function deleteDoors(): Promise<void> {
  for (const [id] of await entries<string, unknown>(lists())) await del(id, lists());
}

async function deleteList(id: string, stored: StoredDoor | LegacyDoor): Promise<void> {
  if (unsentCountOf(stored) === 0) return del(id, lists());
  const record = isLegacy(stored)
    ? { ...stored, people: [], waivers: [], problems: [] }
    : { ...stored, list: null, byPin: null };
  await set(id, record, lists());
}

function unsentCountOf(stored: StoredDoor | LegacyDoor): number {
  return isLegacy(stored) ? stored.queue.length : stored.unsent;
}
