export interface StoredDraft<Values> {
  savedAt: string;
  values: Values;
}

export interface DraftKind {
  name: string;
  /** Increment when the shape of the form's values changes, so that old drafts are ignored. */
  version: number;
}

/** Omit `id` for a new record. */
export function draftKey({ name, version }: DraftKind, accountId: string, id?: string): string {
  return `upstander.${name}-draft.${version}.${accountId}.${id ?? 'new'}`;
}

/** Encrypts and decrypts text with a key that is available only during the owner's session. */
export interface DraftLock {
  seal(text: string): Promise<string>;
  /** Rejects text that was not sealed with this key. */
  open(sealed: string): Promise<string>;
}

/** Returns null if there is no draft or it fails `whole`. */
export async function readDraft<Values>(
  key: string,
  whole: (values: Partial<Values>) => boolean,
  lock: DraftLock,
  storage: Storage = localStorage,
): Promise<StoredDraft<Values> | null> {
  try {
    const kept = storage.getItem(key);
    const draft = kept === null ? null : (JSON.parse(await lock.open(kept)) as StoredDraft<Values> | null);
    return typeof draft?.savedAt === 'string' && whole(draft.values) ? draft : null;
  } catch {
    return null; // Foreign or truncated content counts as no draft.
  }
}

let lastWritten: Promise<unknown> = Promise.resolve();

/** The page must not unload before this resolves. */
export function waitForDrafts(): Promise<unknown> {
  return lastWritten;
}

/** Stores the draft and returns the time, or null if storage is unavailable (private windows, full disks). */
export function writeDraft<Values>(
  key: string,
  values: Values,
  now: Date,
  lock: DraftLock,
  storage: Storage = localStorage,
): Promise<Date | null> {
  const written = lockAndKeep(key, values, now, lock, storage);
  lastWritten = Promise.all([lastWritten, written]);
  return written;
}

async function lockAndKeep<Values>(
  key: string,
  values: Values,
  now: Date,
  lock: DraftLock,
  storage: Storage,
): Promise<Date | null> {
  try {
    const draft = { savedAt: now.toISOString(), values } satisfies StoredDraft<Values>;
    storage.setItem(key, await lock.seal(JSON.stringify(draft)));
    return now;
  } catch {
    return null;
  }
}

export function dropDraft(key: string, storage: Storage = localStorage): void {
  storage.removeItem(key);
}

/** Deletes all drafts on this device, at sign-out. */
export function deleteAllDrafts(storage: Storage = localStorage): void {
  const kept = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const key of kept) if (/^upstander\.[\w-]+-draft\./.test(key)) storage.removeItem(key);
}
