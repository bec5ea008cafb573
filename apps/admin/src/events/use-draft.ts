import { useCallback, useEffect, useRef, useState } from 'react';
import { dropDraft, readDraft, writeDraft, type StoredDraft } from './draft-store';
import type { EventFormValues } from './event-form-values';

export interface Draft {
  /** One found when the form opened, until it is taken up or thrown away. */
  found: StoredDraft | null;
  savedAt: Date | null;
  settle: () => void;
  discard: () => void;
  /** Forgets the draft for good, because the event itself is saved. */
  finish: () => void;
}

/** Keeps what is typed on this device, shortly after the fingers rest. */
export function useDraft(key: string, values: EventFormValues, changed: boolean): Draft {
  const [found, setFound] = useState(() => readDraft(key));
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    // While an older draft waits for a decision it must not be overwritten.
    if (!changed || found) return undefined;
    timer.current = setTimeout(() => setSavedAt(writeDraft(key, values, new Date())), 600);
    return () => clearTimeout(timer.current);
  }, [key, values, changed, found]);

  const settle = useCallback(() => setFound(null), []);
  const discard = useCallback(() => {
    dropDraft(key);
    setFound(null);
  }, [key]);
  const finish = useCallback(() => {
    clearTimeout(timer.current);
    dropDraft(key);
  }, [key]);
  return { found, savedAt, settle, discard, finish };
}
