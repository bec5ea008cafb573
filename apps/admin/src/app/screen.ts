import type { AdminArea } from '@upstander/web-kit';
import type { ComponentType } from 'react';
import type { NonIndexRouteObject } from 'react-router';
import { loadWords } from '../words/words';

/** Loads a screen's chunk together with the messages of its areas, which the build adds (`screen-areas.ts`). */
export function screen(load: () => Promise<ComponentType>, ...areas: readonly AdminArea[]) {
  return async () => {
    const [Component] = await Promise.all([load(), loadWords(...areas)]);
    return { Component };
  };
}

/** A screen at its path. */
export function route(
  path: string,
  load: () => Promise<ComponentType>,
  ...areas: readonly AdminArea[]
): NonIndexRouteObject {
  return { path, lazy: screen(load, ...areas) };
}
