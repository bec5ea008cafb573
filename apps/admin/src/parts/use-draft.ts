import { useCallback, useEffect, useRef, useState } from 'react';
import { dropDraft, readDraft, writeDraft, type StoredDraft } from './draft-store';

export interface Draft<Values> {
  /** One found when the form opened, until it is taken up or thrown away. */
  found: StoredDraft<Values> | null;
  savedAt: Date | null;
  settle: () => void;
  discard: () => void;
  /** Forgets the draft for good, because what it is a draft of is saved. */
  finish: () => void;
}

/** Keeps what is typed on this device, shortly after the fingers rest. */
export function useDraft<Values>(
  key: string,
  values: Values,
  changed: boolean,
  whole: (values: Partial<Values>) => boolean,
): Draft<Values> {
  const [found, setFound] = useState(() => readDraft<Values>(key, whole));
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const finished = useRef(false);

  useEffect(() => {
    // While an older draft waits for a decision it must not be overwritten.
    if (!changed || found) return undefined;
    finished.current = false;
    timer.current = setTimeout(() => setSavedAt(writeDraft(key, values, new Date())), 600);
    return () => clearTimeout(timer.current);
  }, [key, values, changed, found]);

  // Leaving at once, as when a session has ended, must not lose the last words.
  const latest = useRef({ key, values, unsaved: false });
  latest.current = { key, values, unsaved: changed && !found };
  useEffect(
    () => () => {
      const { key: name, values: typed, unsaved } = latest.current;
      if (unsaved && !finished.current) writeDraft(name, typed, new Date());
    },
    [],
  );

  const settle = useCallback(() => setFound(null), []);
  const discard = useCallback(() => {
    dropDraft(key);
    setFound(null);
  }, [key]);
  const finish = useCallback(() => {
    finished.current = true;
    clearTimeout(timer.current);
    dropDraft(key);
  }, [key]);
  return { found, savedAt, settle, discard, finish };
}
