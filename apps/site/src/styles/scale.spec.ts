import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sheets = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.css'))
  .map((name) => [name, readFileSync(join(import.meta.dirname, name), 'utf8')] as const);

/** Text in controls that can't wrap, and dots on a button. */
const sizesApart = ['min(1em, 5.8vw)', '0.625rem'];

function declarations(css: string, property: string): string[] {
  const withoutFaces = css.replace(/@font-face \{[^}]*\}/g, '');
  return [...withoutFaces.matchAll(new RegExp(`(?<![-\\w])${property}: ([^;]+);`, 'g'))].map(([, value]) => value!);
}

test.each(sheets)('%s uses the six text sizes, and points on paper', (_, css) => {
  const others = declarations(css, 'font-size').filter(
    (size) => !/^var\(--size-[0-5]\)$|^inherit$|pt$/.test(size) && !sizesApart.includes(size),
  );
  expect(others).toEqual([]);
});

test.each(sheets)('%s uses three font weights', (_, css) => {
  const others = declarations(css, 'font-weight').filter(
    (weight) => !['400', '500', '600', 'inherit'].includes(weight),
  );
  expect(others).toEqual([]);
});
