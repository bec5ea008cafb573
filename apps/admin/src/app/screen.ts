import type { AdminArea } from '@upstander/web-kit';
import type { ComponentType } from 'react';
import { loadWords } from '../words/words';

/**
 * A screen as a part of its own, for a route's `lazy`: a phone on a slow line loads the roster without the form for events.
 * The words of its areas come beside it; `screen.spec.ts` says which those are.
 */
export function screen(load: () => Promise<ComponentType>, ...areas: readonly AdminArea[]) {
  return async () => {
    const [Component] = await Promise.all([load(), loadWords(...areas)]);
    return { Component };
  };
}
