import { useEffect, useId } from 'react';

/** Typed and nowhere else; kept as a draft on this device; or on its way to the API. */
type Unsaved = 'typed' | 'draft' | 'sent';

/** The forms in which something stands that is not saved, by an id of theirs. */
const forms = new Map<string, Unsaved>();

export const unsaved = {
  /** Whether somebody is writing anything. */
  any: (): boolean => forms.size > 0,
  /** Whether anything would be lost by leaving. */
  lost: (): boolean => [...forms.values()].includes('typed'),
  /** At once, not with the next drawing: what was sent may lead to another screen. */
  mark: (id: string, how: Unsaved): void => void forms.set(id, how),
  forget: (id: string): void => void forms.delete(id),
  forgetAll: (): void => forms.clear(),
};

/**
 * Says of a form what stands in it; null for nothing that is not saved. Answers the form's id. A prompt for a password, a
 * passphrase or a code has none: whoever knows it types it again, and asking to keep it would keep a secret on the screen.
 */
export function useUnsaved(how: Unsaved | null): string {
  const id = useId();
  useEffect(() => {
    if (how) forms.set(id, how);
    else forms.delete(id);
    return () => void forms.delete(id);
  }, [id, how]);
  return id;
}
