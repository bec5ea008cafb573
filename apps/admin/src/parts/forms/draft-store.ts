export interface StoredDraft<Values> {
  savedAt: string;
  values: Values;
}

/** What a form calls its drafts. */
export interface DraftKind {
  name: string;
  /** Raised when the form's values change their shape: an old draft would break the form. */
  version: number;
}

/** Where an unfinished form of one person is kept on this device; `id` is missing for something new. */
export function draftKey({ name, version }: DraftKind, accountId: string, id?: string): string {
  return `upstander.${name}-draft.${version}.${accountId}.${id ?? 'new'}`;
}

/** Puts a text under a key that comes and goes with the session of its owner, and back. */
export interface DraftLock {
  seal(text: string): Promise<string>;
  /** Rejects what is not sealed with this key. */
  open(sealed: string): Promise<string>;
}

/** The draft kept under a key, or null when there is none, or none that is `whole` enough to fill the form. */
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
    return null; // Not ours, or cut short: as good as none.
  }
}

let lastWritten: Promise<unknown> = Promise.resolve();

/** Done when every draft that was being locked is kept: before that nobody may leave the page. */
export function draftsWritten(): Promise<unknown> {
  return lastWritten;
}

/** Keeps the draft and returns when, or null where the device does not allow it (private windows, full disks). */
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

/** Forgets every draft on this device: whoever signs out leaves nothing behind. */
export function dropDrafts(storage: Storage = localStorage): void {
  const kept = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const key of kept) if (/^upstander\.[\w-]+-draft\./.test(key)) storage.removeItem(key);
}
