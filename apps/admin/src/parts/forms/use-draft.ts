import { useCallback, useEffect, useRef, useState } from 'react';
import { draftLock } from './draft-lock';
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

/** Keeps what is typed on this device, locked, shortly after the fingers rest. */
export function useDraft<Values>(
  key: string,
  values: Values,
  changed: boolean,
  whole: (values: Partial<Values>) => boolean,
): Draft<Values> {
  /** Undefined until it was looked for: nothing may be written over what is there. */
  const [found, setFound] = useState<StoredDraft<Values> | null>();
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const finished = useRef(false);

  useEffect(() => {
    let isOpen = true;
    draftLock.prepare();
    void readDraft<Values>(key, whole, draftLock).then((draft) => {
      if (isOpen) setFound((known) => (known === undefined ? draft : known));
    });
    return () => {
      isOpen = false;
    };
  }, [key, whole]);

  useEffect(() => {
    // While an older draft waits for a decision it must not be overwritten.
    if (!changed || found !== null) return undefined;
    finished.current = false;
    timer.current = setTimeout(() => {
      void writeDraft(key, values, new Date(), draftLock).then((at) => {
        // Sent while it was being locked: what is saved needs no draft.
        if (finished.current) dropDraft(key);
        else setSavedAt(at);
      });
    }, 600);
    return () => clearTimeout(timer.current);
  }, [key, values, changed, found]);

  // Leaving at once, as when a session has ended, must not lose the last words.
  const latest = useRef({ key, values, unsaved: false });
  latest.current = { key, values, unsaved: changed && found === null };
  useEffect(
    () => () => {
      const { key: name, values: typed, unsaved } = latest.current;
      if (unsaved && !finished.current) void writeDraft(name, typed, new Date(), draftLock);
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
  return { found: found ?? null, savedAt, settle, discard, finish };
}
