import { useEffect, useId } from 'react';

type UnsavedState = 'typed' | 'draft' | 'sent';

const forms = new Map<string, UnsavedState>();

export const unsavedForms = {
  any: (): boolean => forms.size > 0,
  lost: (): boolean => [...forms.values()].includes('typed'),
  /** Takes effect immediately, not on the next render, because a response can navigate away. */
  mark: (id: string, state: UnsavedState): void => void forms.set(id, state),
  forget: (id: string): void => void forms.delete(id),
  forgetAll: (): void => forms.clear(),
};

/**
 * Registers a form and returns its ID. Null means nothing is unsaved. Prompts for passwords, passphrases and codes don't
 * use it: keeping them would leave a secret on the screen.
 */
export function useUnsaved(state: UnsavedState | null): string {
  const id = useId();
  useEffect(() => {
    if (state) forms.set(id, state);
    else forms.delete(id);
    return () => void forms.delete(id);
  }, [id, state]);
  return id;
}
