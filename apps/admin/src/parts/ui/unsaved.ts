import { useEffect, useId } from 'react';

/** State of unsaved input: only typed, stored as a draft, or being sent. */
type Unsaved = 'typed' | 'draft' | 'sent';

const forms = new Map<string, Unsaved>();

export const unsaved = {
  any: (): boolean => forms.size > 0,
  lost: (): boolean => [...forms.values()].includes('typed'),
  /** Takes effect immediately, not on the next render, because a response can navigate away. */
  mark: (id: string, how: Unsaved): void => void forms.set(id, how),
  forget: (id: string): void => void forms.delete(id),
  forgetAll: (): void => forms.clear(),
};

/**
 * Registers the unsaved state of a form and returns its ID. Null means nothing is unsaved. Prompts for passwords,
 * passphrases and codes don't use it: keeping them would leave a secret on the screen.
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
