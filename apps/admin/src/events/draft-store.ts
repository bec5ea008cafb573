import type { EventFormValues } from './event-form-values';

export interface StoredDraft {
  savedAt: string;
  values: EventFormValues;
}

// Raised when the form's values change their shape: an old draft would break the form.
const version = 1;

/** Where an unfinished event of one person is kept on this device; `eventId` is missing for a new one. */
export function draftKey(accountId: string, eventId?: string): string {
  return `upstander.event-draft.${version}.${accountId}.${eventId ?? 'new'}`;
}

export function readDraft(key: string, storage: Storage = localStorage): StoredDraft | null {
  try {
    const draft = JSON.parse(storage.getItem(key) ?? 'null') as StoredDraft | null;
    return typeof draft?.savedAt === 'string' && Array.isArray(draft.values?.shifts) ? draft : null;
  } catch {
    return null; // Not ours, or cut short: as good as none.
  }
}

/** Keeps the draft and returns when, or null where the device does not allow it (private windows, full disks). */
export function writeDraft(
  key: string,
  values: EventFormValues,
  now: Date,
  storage: Storage = localStorage,
): Date | null {
  try {
    storage.setItem(key, JSON.stringify({ savedAt: now.toISOString(), values } satisfies StoredDraft));
    return now;
  } catch {
    return null;
  }
}

export function dropDraft(key: string, storage: Storage = localStorage): void {
  storage.removeItem(key);
}
