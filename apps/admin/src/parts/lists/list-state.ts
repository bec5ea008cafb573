import { useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { startOf } from '../ui/dates';

export interface ListState {
  get: (name: string) => string;
  text: (name?: string) => string | undefined;
  oneOf: <Value extends string>(
    name: string,
    values: readonly Value[] | Readonly<Record<Value, unknown>>,
  ) => Value | undefined;
  /** Start of a day in the user's time zone, optionally some days later. */
  startOf: (name: string, daysLater?: number) => string | undefined;
}

export interface SearchState extends ListState {
  /** Sets URL parameters, removes empty ones and returns to the first page. */
  set: (changes: Record<string, string>) => void;
  clear: (names: readonly string[]) => void;
  isFiltered: (names: readonly string[]) => boolean;
}

export function parseListState(get: (name: string) => string): ListState {
  return {
    get,
    text: (name = 'text') => get(name).trim() || undefined,
    oneOf: <Value extends string>(name: string, values: readonly Value[] | Readonly<Record<Value, unknown>>) => {
      const allowed = Array.isArray(values) ? (values as readonly Value[]) : (Object.keys(values) as Value[]);
      return allowed.find((value) => value === get(name));
    },
    startOf: (name, daysLater) => startOf(get(name), daysLater) ?? undefined,
  };
}

/** Keeps the state of a list in the URL, so that it can be shared, bookmarked and reloaded. */
export function useSearchState(): SearchState {
  const [params, setParams] = useSearchParams();
  return useMemo(() => {
    const get = (name: string) => params.get(name) ?? '';
    const set = (changes: Record<string, string>) =>
      setParams(
        (previous) => {
          const nextParams = new URLSearchParams(previous);
          nextParams.delete('after');
          for (const [name, value] of Object.entries(changes)) {
            if (value === '') nextParams.delete(name);
            else nextParams.set(name, value);
          }
          return nextParams;
        },
        { replace: true, preventScrollReset: true },
      );
    return {
      ...parseListState(get),
      set,
      clear: (names: readonly string[]) => set(Object.fromEntries(names.map((name) => [name, '']))),
      isFiltered: (names: readonly string[]) => names.some((name) => get(name) !== ''),
    };
  }, [params, setParams]);
}

/**
 * Cursors of the previous pages, kept in the history entry because the API only pages forward. A bookmarked page has
 * none and offers the first page instead.
 */
export function usePreviousCursors(): { previousCursors: readonly string[] } {
  const { state } = useLocation() as { state: { trail?: unknown } | null };
  const trail = state?.trail;
  return { previousCursors: Array.isArray(trail) ? trail.filter((entry) => typeof entry === 'string') : [] };
}
