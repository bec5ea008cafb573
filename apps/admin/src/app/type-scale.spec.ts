import { readdirSync, readFileSync } from 'node:fs';
import { fontSizes } from './type-scale';

const source = 'apps/admin/src';
const files = (ending: string) =>
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => [path, readFileSync(`${source}/${path}`, 'utf8')] as const);

const sizes = Object.keys(fontSizes);
const sizePattern = new RegExp(`^(?:var\\(--mantine-font-size-(?:${sizes.join('|')})\\)|inherit|[\\d.]+pt)$`);

function declarations(css: string, property: string): string[] {
  return [...css.matchAll(new RegExp(`(?<![-\\w])${property}: ([^;]+);`, 'g'))].map(([, value]) => value!);
}

function propValues(tsx: string, prop: string): string[] {
  return [...tsx.matchAll(new RegExp(`\\s${prop}=(?:"([^"]*)"|\\{([^}]*)\\})`, 'g'))].map(
    ([, text, code]) => text ?? code!,
  );
}

test('style sheets use the six text sizes, and points on paper', () => {
  const others = files('.css').flatMap(([name, css]) =>
    declarations(css, 'font-size')
      .filter((size) => !sizePattern.test(size))
      .map((size) => `${name}: ${size}`),
  );
  expect(sizes).toHaveLength(6);
  expect(others).toEqual([]);
});

test('style sheets use the weights 400 and 600, and 500 for Newsreader', () => {
  const others = files('.css').flatMap(([name, css]) =>
    declarations(css, 'font-weight')
      .filter((weight) => !['400', '500', '600', 'inherit'].includes(weight))
      .map((weight) => `${name}: ${weight}`),
  );
  expect(others).toEqual([]);
});

test('components use the same sizes and weights', () => {
  const others = files('.tsx').flatMap(([name, tsx]) =>
    [
      ...propValues(tsx, 'fz').filter((size) => !sizes.includes(size)),
      ...propValues(tsx, 'fw').filter((weight) => !['400', '600'].includes(weight)),
      ...[...tsx.matchAll(/\bfontSize: '?([^',}]+)/g)]
        .map(([, size]) => size!)
        .filter((size) => !sizePattern.test(size)),
      ...[...tsx.matchAll(/\bfontWeight: ([^,}]+)/g)].map(([, weight]) => weight!.trim()),
    ].map((value) => `${name}: ${value}`),
  );
  expect(others).toEqual([]);
});

test('finds other sizes and weights (control)', () => {
  expect(declarations('a { font-size: 15px; }', 'font-size').some((size) => sizePattern.test(size))).toBe(false);
  expect(propValues('<Text fz={26} fw="bold">', 'fz')).toEqual(['26']);
});
