import { contrast, contrastPairs, dark, light, type Token } from '@upstander/web-kit';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = import.meta.dirname;
const sheets = readdirSync(folder)
  .filter((name) => name.endsWith('.css'))
  .map((name) => [name, readFileSync(join(folder, name), 'utf8').replace(/\/\*[^]*?\*\//g, '')] as const);
const base = readFileSync(join(folder, 'base.css'), 'utf8');

const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Returns the custom properties of the nth `:root` block, by the names of the palette. */
function palette(index: number): Record<string, string> {
  const block = base.split(':root {')[index]?.split('}')[0] ?? '';
  const pairs = [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)];
  return Object.fromEntries(pairs.map(([, name = '', value]) => [camelCase(name), value]));
}

test('uses the palette with tested contrast in light and dark mode', () => {
  const { codeGround, ...roles } = palette(1);
  expect(codeGround).toBe('#ffffff');
  expect(roles).toEqual(light);
  expect(palette(2)).toEqual(dark);
});

const properties =
  'color|background|background-color|border(?:-[a-z]+)*|outline|fill|stroke|accent-color|box-shadow|text-decoration(?:-color)?';
/** Properties that aren't colors, and the ground of QR codes. */
const othersAllowed = ['shadow', 'code-ground', 'display', 'bar', ...[0, 1, 2, 3, 4, 5].map((size) => `size-${size}`)];

/** Ink is black on paper. */
const onPaper = (css: string) => css.replace(/@media print \{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
const withoutRoot = (css: string) => css.replace(/:root \{[^}]*\}/g, '');

test.each(sheets)('%s takes every color from a role', (_, css) => {
  const declarations = [
    ...onPaper(withoutRoot(css)).matchAll(new RegExp(`(?<![-\\w])(?:${properties}): ([^;]+);`, 'g')),
  ];
  const values = declarations.map(([, value = '']) => value.replace(/var\([^)]*\)/g, ''));
  expect(
    values.filter((value) =>
      /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|color-mix)|\b(?:white|black|red|green)\b/i.test(value),
    ),
  ).toEqual([]);
  const used = [...css.matchAll(/var\(--([a-z0-9-]+)\)/g)].map(([, name = '']) => name);
  expect(used.filter((name) => !(camelCase(name) in light) && !othersAllowed.includes(name))).toEqual([]);
});

/** Rules that set text and background from roles, as [selector, text, background]. */
const pairsOf = (css: string) =>
  [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selector = '', body = '']) => {
    const text = /(?<![-\w])color: var\(--([a-z-]+)\);/.exec(body)?.[1];
    const background = /background: var\(--([a-z-]+)\);/.exec(body)?.[1];
    return text && background
      ? [[selector.trim(), camelCase(text) as Token, camelCase(background) as Token] as const]
      : [];
  });

test('every pair of text and background is one whose contrast is tested', () => {
  const tested = new Set(contrastPairs.map((pair) => pair.join(' on ')));
  const pairs = sheets.flatMap(([, css]) => pairsOf(css));
  expect(pairs.length).toBeGreaterThan(20);
  expect(pairs.filter(([, text, background]) => !tested.has(`${text} on ${background}`))).toEqual([]);
  for (const [, text, background] of pairs) {
    expect(contrast(light[text], light[background])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark[text], dark[background])).toBeGreaterThanOrEqual(4.5);
  }
});

test('has no green on pages for survivors', () => {
  const quiet = /\[data-quiet\] \{([^}]*)\}/.exec(base)?.[1] ?? '';
  const roles = Object.fromEntries(
    [...quiet.matchAll(/--([a-z-]+): var\(--([a-z-]+)\);/g)].map(([, name, to]) => [name, to]),
  );
  expect(roles).toEqual({ action: 'ink', 'action-strong': 'soft', 'action-wash': 'sunken', 'on-action': 'paper' });
  for (const theme of [light, dark]) {
    expect(contrast(theme.paper, theme.ink)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.paper, theme.soft)).toBeGreaterThanOrEqual(4.5);
  }
});

test('uses marigold only for gifts, and clay only for the exit, errors and what is destructive', () => {
  const selectorsWith = (role: RegExp) =>
    sheets.flatMap(([, css]) =>
      [...withoutRoot(css).matchAll(/([^{}]+)\{([^{}]*)\}/g)]
        .filter(([, , body = '']) => role.test(body))
        .map(([, selector = '']) => selector.trim()),
    );
  const isAbout = (allowed: RegExp) => (selector: string) =>
    selector.split(/,(?![^(]*\))/).every((one) => allowed.test(one));
  expect(
    selectorsWith(/var\(--give/).filter((selector) => !isAbout(/give|donate|cover-none|swatch|\.on-/)(selector)),
  ).toEqual([]);
  expect(
    selectorsWith(/var\(--leave/).filter((selector) => !isAbout(/exit|leave|wrong|error|clay|swatch|\.on-/)(selector)),
  ).toEqual([]);
});
