import type { AdminArea } from '@upstander/web-kit';
import type { ComponentType } from 'react';
import { loadWords } from '../words/words';

/** Loads a screen's chunk together with the messages of its areas. `screen.spec.ts` checks that they are complete. */
export function screen(load: () => Promise<ComponentType>, ...areas: readonly AdminArea[]) {
  return async () => {
    const [Component] = await Promise.all([load(), loadWords(...areas)]);
    return { Component };
  };
}
