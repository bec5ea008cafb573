import { useCallback, useEffect, useRef, useState } from 'react';
import { draftEncryption } from './draft-lock';
import { dropDraft, readDraft, writeDraft, type StoredDraft } from './draft-store';

export interface Draft<Values> {
  /** Draft found when the form opened, until restored or discarded. */
  found: StoredDraft<Values> | null;
  savedAt: Date | null;
  settle: () => void;
  discard: () => void;
  finish: () => void;
}

/** Encrypted and debounced. */
export function useDraft<Values>(
  key: string,
  values: Values,
  changed: boolean,
  whole: (values: Partial<Values>) => boolean,
): Draft<Values> {
  /** Undefined until the lookup is done, so that an existing draft is not overwritten. */
  const [found, setFound] = useState<StoredDraft<Values> | null>();
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const finished = useRef(false);

  useEffect(() => {
    let isOpen = true;
    draftEncryption.prepare();
    void readDraft<Values>(key, whole, draftEncryption).then((draft) => {
      if (isOpen) setFound((known) => (known === undefined ? draft : known));
    });
    return () => {
      isOpen = false;
    };
  }, [key, whole]);

  useEffect(() => {
    // An older draft that is still offered must not be overwritten.
    if (!changed || found !== null) return undefined;
    finished.current = false;
    timer.current = setTimeout(() => {
      void writeDraft(key, values, new Date(), draftEncryption).then((at) => {
        // The form was submitted while the draft was being encrypted, so the draft is obsolete.
        if (finished.current) dropDraft(key);
        else setSavedAt(at);
      });
    }, 600);
    return () => clearTimeout(timer.current);
  }, [key, values, changed, found]);

  // Flushes the last input on unmount, for example when the session ends.
  const latest = useRef({ key, values, unsaved: false });
  latest.current = { key, values, unsaved: changed && found === null };
  useEffect(() => {
    const flush = () => {
      const { key: name, values: typed, unsaved } = latest.current;
      if (unsaved && !finished.current) void writeDraft(name, typed, new Date(), draftEncryption);
    };
    // Phones may end a page in the background.
    const flushIfHidden = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    document.addEventListener('visibilitychange', flushIfHidden);
    return () => {
      document.removeEventListener('visibilitychange', flushIfHidden);
      flush();
    };
  }, []);

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
