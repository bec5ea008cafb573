import { readdirSync, readFileSync } from 'node:fs';

/** Margins, paddings and gaps in pixels. 1 and 2 are for hairlines and dense signs. */
const scale = [0, 1, 2, 4, 8, 12, 16, 24, 32, 48, 72, 112];

const files = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => [`${folder}/${path}`, readFileSync(`${folder}/${path}`, 'utf8')] as const);

/** Returns the distances in px and rem that the scale doesn't have. Sizes of paper, em and the viewport are free. */
function otherDistances(css: string): string[] {
  const declarations = css.matchAll(/(?<![-\w])(?:(?:margin|padding)(?:-[a-z-]+)?|(?:row-|column-)?gap): ([^;{}]+);/g);
  return [...declarations]
    .flatMap(([, value = '']) => [...value.matchAll(/(?<![\w.])([\d.]+)(px|rem)\b/g)])
    .filter(([, number, unit]) => !scale.includes(Number(number) * (unit === 'rem' ? 16 : 1)))
    .map(([distance]) => distance);
}

/** Returns the numbers given to Mantine's style props that the scale doesn't have, for example of `gap={6}`. */
function otherProps(tsx: string): string[] {
  return [...tsx.matchAll(/\s(?:gap|m[trblxy]?|p[trblxy]?)=\{(\d+)\}/g)]
    .filter(([, number]) => !scale.includes(Number(number)))
    .map(([prop]) => prop.trim());
}

test.each(['apps/site/src', 'apps/admin/src'])('%s takes every distance from the space scale', (folder) => {
  const sheets = files(folder, '.css').flatMap(([path, css]) =>
    otherDistances(css).map((value) => `${path}: ${value}`),
  );
  const components = files(folder, '.tsx').flatMap(([path, tsx]) =>
    otherProps(tsx).map((value) => `${path}: ${value}`),
  );
  expect([...sheets, ...components]).toEqual([]);
});

test('finds other distances (control)', () => {
  expect(otherDistances('a { padding: 10px 0.5rem; gap: clamp(20px, 5vw, 2rem); margin-top: 0.2em; }')).toEqual([
    '10px',
    '20px',
  ]);
  expect(otherProps('<Stack gap={6} mt={8}>')).toEqual(['gap={6}']);
});
