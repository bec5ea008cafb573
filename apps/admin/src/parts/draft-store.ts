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

/** The draft kept under a key, or null when there is none, or none that is `whole` enough to fill the form. */
export function readDraft<Values>(
  key: string,
  whole: (values: Partial<Values>) => boolean,
  storage: Storage = localStorage,
): StoredDraft<Values> | null {
  try {
    const draft = JSON.parse(storage.getItem(key) ?? 'null') as StoredDraft<Values> | null;
    return typeof draft?.savedAt === 'string' && whole(draft.values) ? draft : null;
  } catch {
    return null; // Not ours, or cut short: as good as none.
  }
}

/** Keeps the draft and returns when, or null where the device does not allow it (private windows, full disks). */
export function writeDraft<Values>(
  key: string,
  values: Values,
  now: Date,
  storage: Storage = localStorage,
): Date | null {
  try {
    storage.setItem(key, JSON.stringify({ savedAt: now.toISOString(), values } satisfies StoredDraft<Values>));
    return now;
  } catch {
    return null;
  }
}

export function dropDraft(key: string, storage: Storage = localStorage): void {
  storage.removeItem(key);
}
