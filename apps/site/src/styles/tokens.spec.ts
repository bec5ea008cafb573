import { dark, light } from '@upstander/web-kit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const stylesheet = readFileSync(join(process.cwd(), 'apps/site/src/styles/base.css'), 'utf8');

/** Returns the custom properties of the nth `:root` block, by the names of the palette. */
function palette(index: number): Record<string, string> {
  const block = stylesheet.split(':root {')[index]?.split('}')[0] ?? '';
  const pairs = [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)];
  return Object.fromEntries(
    pairs.map(([, name = '', value]) => [name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), value]),
  );
}

test('uses the palette with tested contrast in light and dark mode', () => {
  expect(palette(1)).toEqual(light);
  expect(palette(2)).toEqual(dark);
});
