import { get, set, del } from 'idb-keyval';
import { ApiFault, ApiRefusal } from '@upstander/api-client';
import { draftEncryption } from '../parts/forms/draft-lock';
import { fromBase64, toBase64 } from '../vault/bytes';
import type { CheckInList } from './check-in-list';
import { createKey, exportKey, importKey, lockWithPin, decrypt, seal, unlockWithPin } from './door-keys';
import { deleteDoors, endDoors, isLegacy, lists, type LegacyDoor, type StoredDoor } from './stored-check-in-lists';

/** Maximum number of consecutive wrong PINs before the list is deleted from the device. */
export const maxWrongPins = 5;
/** Time after the last contact with the server during which a PIN opens a list, in milliseconds. */
const pinWorksFor = 24 * 3_600_000;

/** Thrown when a list is on this device but the server, which has its key, can't be reached. */
export class CheckInListLockedError extends Error {
  constructor(readonly hasPin: boolean) {
    super('The check-in list is locked.');
  }
}

/** Lists in the memory of this page, for browsers that store nothing (private windows, full disks, no TLS). */
const listsById = new Map<string, CheckInList | undefined>();
const keys = new Map<string, CryptoKey>();
let isPersisted = true;

export const isListPersisted = (): boolean => isPersisted;

/**
 * Reads a stored list.
 * @throws CheckInListLockedError without a network, until `unlockDoor`.
 */
export function readDoor(eventId: string): Promise<CheckInList | undefined> {
  return runInTurn(eventId, () => readList(eventId));
}

/** Changes the stored list and returns it. Calls run one after another, so no tap is lost. */
export function changeDoor(
  eventId: string,
  change: (door: CheckInList | undefined) => CheckInList | undefined,
): Promise<CheckInList | undefined> {
  return runInTurn(eventId, async () => {
    const changed = change(await readList(eventId));
    listsById.set(eventId, changed);
    if (changed) await write(eventId, changed);
    return changed;
  });
}

export async function hasPin(eventId: string): Promise<boolean> {
  const stored = await find(eventId);
  return stored !== undefined && !isLegacy(stored) && stored.byPin !== null;
}

export function setPin(eventId: string, pin: string): Promise<void> {
  return runInTurn(eventId, async () => {
    const stored = await find(eventId);
    const key = keys.get(eventId);
    if (!stored || isLegacy(stored) || !key) throw new Error('There is no list to protect.');
    await set(eventId, { ...stored, byPin: await lockWithPin(key, pin) } satisfies StoredDoor, lists());
  });
}

/** The result of a PIN: the list is open, attempts are left, or the list is no longer on this device. */
export type PinResult = { kind: 'open' } | { kind: 'wrong'; triesLeft: number } | { kind: 'gone' };

/** Opens a list with its PIN. After five wrong PINs, or a day without contact with the server, the list is deleted. */
export function unlockDoor(eventId: string, pin: string, now: Date): Promise<PinResult> {
  return runInTurn(eventId, async () => {
    const stored = await find(eventId);
    if (!stored || isLegacy(stored) || !stored.byPin) return { kind: 'gone' };
    if (now.valueOf() - Date.parse(stored.readAt) > pinWorksFor) return dropStoredList(eventId, stored);
    // Counted first: closing the page during the attempt doesn't make it free.
    const wrong = stored.byPin.wrong + 1;
    await set(eventId, { ...stored, byPin: { ...stored.byPin, wrong } } satisfies StoredDoor, lists());
    const key = await unlockWithPin(stored.byPin, pin);
    if (!key)
      return wrong >= maxWrongPins
        ? dropStoredList(eventId, stored)
        : { kind: 'wrong', triesLeft: maxWrongPins - wrong };
    keys.set(eventId, key);
    await set(eventId, { ...stored, byPin: { ...stored.byPin, wrong: 0 } } satisfies StoredDoor, lists());
    return { kind: 'open' };
  });
}

async function dropStoredList(eventId: string, stored: StoredDoor): Promise<PinResult> {
  if (stored.unsent > 0) await set(eventId, { ...stored, list: null, byPin: null } satisfies StoredDoor, lists());
  else await del(eventId, lists());
  return { kind: 'gone' };
}

/** Drops the lists after a session has ended; see `endDoors`. Afterward, this page knows none of them either. */
export async function forgetDoors(): Promise<void> {
  listsById.clear();
  keys.clear();
  await endDoors();
}

export async function deleteAllLists(): Promise<void> {
  listsById.clear();
  keys.clear();
  await deleteDoors();
}

async function find(eventId: string): Promise<StoredDoor | LegacyDoor | undefined> {
  return get<StoredDoor | LegacyDoor>(eventId, lists());
}

async function readList(eventId: string): Promise<CheckInList | undefined> {
  let stored: StoredDoor | LegacyDoor | undefined;
  try {
    stored = await find(eventId);
  } catch {
    isPersisted = false;
    return listsById.get(eventId);
  }
  if (!stored) return listsById.get(eventId);
  if (isLegacy(stored)) return stored;
  const key = await keyOf(eventId, stored);
  if (!key) return undefined;
  const { event, queue } = await decrypt<Pick<CheckInList, 'event' | 'queue'>>(key, stored.queue);
  const list = stored.list && (await decrypt<Omit<CheckInList, 'event' | 'queue'>>(key, stored.list));
  return { ...(list ?? { people: [], waivers: [], problems: [], readAt: '' }), event, queue };
}

/** The key of a stored list, by the session. Null if another account stored it; that list is set aside for its owner. */
async function keyOf(eventId: string, stored: StoredDoor): Promise<CryptoKey | null> {
  const keyInMemory = keys.get(eventId);
  if (keyInMemory) return keyInMemory;
  let bytes: string;
  try {
    bytes = await draftEncryption.open(stored.bySession);
  } catch (error) {
    if (error instanceof ApiFault) throw new CheckInListLockedError(stored.byPin !== null);
    if (error instanceof ApiRefusal) throw error;
    if (stored.unsent > 0) await set(`${eventId} ${stored.readAt}`, { ...stored, list: null, byPin: null }, lists());
    await del(eventId, lists());
    return null;
  }
  const key = await importKey(fromBase64(bytes));
  keys.set(eventId, key);
  return key;
}

async function write(eventId: string, { event, queue, ...list }: CheckInList): Promise<void> {
  try {
    const stored = await find(eventId);
    const previous = stored && !isLegacy(stored) ? stored : null;
    const key = (previous && keys.get(eventId)) ?? (await createKey());
    const sessionKey = previous?.bySession ?? (await draftEncryption.seal(toBase64(await exportKey(key))));
    const sealed: StoredDoor = {
      endsAt: event.endsAt,
      readAt: list.readAt,
      unsent: queue.length,
      list: await seal(key, list),
      queue: await seal(key, { event, queue }),
      bySession: sessionKey,
      byPin: previous?.byPin ?? null,
    };
    await set(eventId, sealed, lists());
    keys.set(eventId, key);
  } catch {
    isPersisted = false;
  }
}

const runningTasks = new Map<string, Promise<unknown>>();

/** Runs one task at a time for each list, also across tabs where the browser supports locks. */
function runInTurn<Result>(eventId: string, task: () => Promise<Result>): Promise<Result> {
  const { locks } = globalThis.navigator ?? {};
  if (locks) return locks.request(`upstander-door ${eventId}`, task) as Promise<Result>;
  const previous = runningTasks.get(eventId) ?? Promise.resolve();
  const nextTask = previous.then(task, task);
  runningTasks.set(
    eventId,
    nextTask.catch(() => undefined),
  );
  return nextTask;
}
