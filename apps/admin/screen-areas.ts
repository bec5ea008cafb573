import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** Tells each screen of the routes which message areas it uses, so that they load together with its chunk. */
export function screenAreas(): Plugin {
  return {
    name: 'screen-areas',
    enforce: 'pre',
    transform: { filter: { id: /\/src\/app\/(router|[\w-]+-routes)\.tsx$/ }, handler: addAreas },
  };
}

/** Adds the areas as arguments after the screen: `route('gifts', async () => (await import('../gifts/gifts')).Gifts)`. */
export function addAreas(routes: string, file: string): string {
  return routes.replace(/\(await import\('(\.[^']+)'\)\)\.\w+/g, (screen, path: string) => {
    const source = sourceOf(file, path);
    if (!source) throw new Error(`${file} imports a screen that doesn't exist: ${path}`);
    return [screen, ...areasOf(source).map((area) => `'${area}'`)].join(', ');
  });
}

/** Returns the areas of a source file and of the files it imports. Screens in other chunks load their own. */
function areasOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  const named = [...source.matchAll(/\buseWords\(([^)]*)\)/g)].flatMap(([, areas = '']) =>
    [...areas.matchAll(/'(\w+)'/g)].map(([, name = '']) => name),
  );
  const imported = [...source.matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)'/gm)]
    .map(([, path = '']) => sourceOf(file, path))
    .flatMap((next) => (next ? areasOf(next, seen) : []));
  return [...new Set([...named, ...imported])].sort();
}

function sourceOf(from: string, path: string): string | undefined {
  return ['.ts', '.tsx'].map((end) => join(dirname(from), path + end)).find(existsSync);
}
