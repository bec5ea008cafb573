import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const routes = [
  'router.tsx',
  'event-message-routes.tsx',
  'fundraising-routes.tsx',
  'opportunity-routes.tsx',
  'volunteer-routes.tsx',
  'help-routes.tsx',
  'site-routes.tsx',
  'school-routes.tsx',
  'learning-routes.tsx',
  'log-routes.tsx',
  'section-routes.tsx',
].map((name) => join(__dirname, name));
const call = /screen\(\s*\(\) =>\s*import\('([^']+)'\)\.then\(\(\{ \w+ \}\) => \w+\),?\s*((?:'\w+',?\s*)*)\)/g;
const screens = routes.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(call)].map(([, path = '', areas = '']) => ({
    path,
    file: sourceOf(file, path)!,
    areas: namesIn(areas),
  })),
);

test.each(screens)('loads all messages of $path with the screen', ({ file, areas }) => {
  expect(areas).toEqual(areasOf(file));
});

test('covers every screen of the routes', () => {
  const written = routes.map((file) => readFileSync(file, 'utf8').match(/\blazy:/g)?.length ?? 0);
  expect(screens).toHaveLength(written.reduce((sum, count) => sum + count));
});

function areasOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  const named = [...source.matchAll(/\buseWords\(([^)]*)\)/g)].flatMap(([, areas = '']) => namesIn(areas));
  const imported = [...source.matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)'/gm)]
    .map(([, path = '']) => sourceOf(file, path))
    .flatMap((next) => (next ? areasOf(next, seen) : []));
  return [...new Set([...named, ...imported])].sort();
}

function namesIn(areas: string): string[] {
  return [...areas.matchAll(/'(\w+)'/g)].map(([, name = '']) => name);
}

function sourceOf(from: string, path: string): string | undefined {
  return ['.ts', '.tsx'].map((end) => join(dirname(from), path + end)).find(existsSync);
}
