import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'react-router';

export interface SearchState {
  get: (name: string) => string;
  /** Sets or, when empty, removes; every change of a filter goes back to the first page. */
  set: (changes: Record<string, string>) => void;
  clear: (names: readonly string[]) => void;
  /** Whether any of these is set. */
  narrowed: (names: readonly string[]) => boolean;
}

/** The state of a list lives in its address: it can be sent, kept as a bookmark, and survives a reload. */
export function useSearchState(): SearchState {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (changes: Record<string, string>) => {
      setParams(
        (old) => {
          const next = new URLSearchParams(old);
          next.delete('after');
          for (const [name, value] of Object.entries(changes)) {
            if (value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      );
    },
    [setParams],
  );
  const clear = useCallback(
    (names: readonly string[]) => set(Object.fromEntries(names.map((name) => [name, '']))),
    [set],
  );
  const get = (name: string) => params.get(name) ?? '';
  return { get, set, clear, narrowed: (names) => names.some((name) => get(name) !== '') };
}

/**
 * The cursors of the pages before this one. The API only goes forward, so they travel with the history entry; somebody
 * who opens a bookmarked page has none and is offered the first page.
 */
export function useTrail(): { before: readonly string[] } {
  const { state } = useLocation() as { state: { trail?: unknown } | null };
  const trail = state?.trail;
  return { before: Array.isArray(trail) ? trail.filter((entry) => typeof entry === 'string') : [] };
}
