import { useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { startOf } from '../ui/when';

/** What the address says of a list. */
export interface Asked {
  get: (name: string) => string;
  /** What was typed into the search, if anything. */
  text: (name?: string) => string | undefined;
  /** One of these values; what is none of them is as good as nothing. */
  one: <Value extends string>(
    name: string,
    values: readonly Value[] | Readonly<Record<Value, unknown>>,
  ) => Value | undefined;
  /** The first moment of a day of the reader, or of so many days later. */
  startOf: (name: string, later?: number) => string | undefined;
}

export interface SearchState extends Asked {
  /** Sets or, when empty, removes; every change of a filter goes back to the first page. */
  set: (changes: Record<string, string>) => void;
  clear: (names: readonly string[]) => void;
  /** Whether any of these is set. */
  narrowed: (names: readonly string[]) => boolean;
}

export function asked(get: (name: string) => string): Asked {
  return {
    get,
    text: (name = 'text') => get(name).trim() || undefined,
    one: <Value extends string>(name: string, values: readonly Value[] | Readonly<Record<Value, unknown>>) => {
      const all = Array.isArray(values) ? (values as readonly Value[]) : (Object.keys(values) as Value[]);
      return all.find((value) => value === get(name));
    },
    startOf: (name, later) => startOf(get(name), later) ?? undefined,
  };
}

/** The state of a list lives in its address: it can be sent, kept as a bookmark, and survives a reload. */
export function useSearchState(): SearchState {
  const [params, setParams] = useSearchParams();
  return useMemo(() => {
    const get = (name: string) => params.get(name) ?? '';
    const set = (changes: Record<string, string>) =>
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
    return {
      ...asked(get),
      set,
      clear: (names: readonly string[]) => set(Object.fromEntries(names.map((name) => [name, '']))),
      narrowed: (names: readonly string[]) => names.some((name) => get(name) !== ''),
    };
  }, [params, setParams]);
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
