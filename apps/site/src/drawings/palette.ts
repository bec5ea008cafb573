/**
 * Colors of the drawings by class: in light mode and, if different, in dark mode.
 * Uppercase letters are the darker shade of a coat.
 */
export const palette: Readonly<Record<string, readonly [light: string, dark?: string]>> = {
  sky: ['#dcebe3', '#1d342b'],
  dusk: ['#f6dcc0', '#3a3126'],
  night: ['#23434b', '#13262b'],
  night2: ['#31595f', '#1b343a'],
  wall: ['#f3e7d6', '#2a2c24'],
  wall2: ['#e8d7bf', '#35362b'],
  floor: ['#d9c3a3', '#4a4131'],
  sun: ['#f4c98f', '#d99a5b'],
  glow: ['#ffe1a6', '#e3b564'],
  hill: ['#b9d5c7', '#264a3d'],
  hill2: ['#8fbba8', '#2f5f4e'],
  ground: ['#1f5c4a', '#0f2a21'],
  path: ['#f4e6cd', '#b9a986'],
  leaf: ['#5f9a83', '#3f7a64'],
  leaf2: ['#3f7a64', '#2c5d4b'],
  a: ['#c4552f'],
  A: ['#a94522'],
  b: ['#2f7a62'],
  B: ['#25634f'],
  c: ['#e2a33f', '#d29437'],
  C: ['#c78727', '#b27a25'],
  d: ['#27465e', '#35607f'],
  D: ['#1c3547', '#284c66'],
  e: ['#8a5a7d'],
  E: ['#714766'],
  s1: ['#e9b98f'],
  s2: ['#c98d5f'],
  s3: ['#8d5a3a'],
  s4: ['#6a4028'],
  k1: ['#241f1d', '#0e0c0b'],
  k2: ['#8a4b22'],
  k3: ['#3b2a22', '#2b1e18'],
  k4: ['#3d8c86'],
  k5: ['#b9b2a6'],
  j1: ['#33404a', '#55636d'],
  j2: ['#4d4238', '#6b5d50'],
  w: ['#fbf8f3', '#d5dfd8'],
  w2: ['#e6dfd2', '#a9b8af'],
  wood: ['#b98b5e', '#8a6845'],
  wood2: ['#9a6f46', '#6d5136'],
  shade: ['#10231c'],
};

/** Class of a line. Its rule follows the colors, so that a line isn't filled. */
export const lineClass = 'l';

/**
 * Replaces the color names in the classes of a drawing by short ones, and adds a style element with their rules.
 * All shapes have a fill and a stroke of the same color; only lines have a stroke width.
 */
export function withStyle(markup: string): string {
  const used = [...new Set([...markup.matchAll(/class="(\w+)/g)].map(([, name = '']) => name))];
  const shortNames = new Map(used.map((name, index) => [name, shortName(index)]));
  const rule = (name: string, color: string) => {
    const fill = markup.includes(`class="${name}"`) ? `fill:${color};` : '';
    const stroke = markup.includes(`class="${name} `) ? `stroke:${color};` : '';
    return `.${shortNames.get(name)}{${fill}${stroke}${name === 'shade' ? 'opacity:.12' : ''}}`.replace(';}', '}');
  };
  const rules = used.map((name) => rule(name, colorsOf(name)[0]));
  const darkRules = used.flatMap((name) => {
    const color = colorsOf(name)[1];
    return color === undefined ? [] : [rule(name, color)];
  });
  const widths = [...new Set([...markup.matchAll(/stroke-width="(\d+)"/g)].map(([, width = '']) => width))];
  const widthRules = widths.map((width) => `.l${width}{stroke-width:${width}}`).join('');
  const lines = `${widths.map((width) => `.l${width}`).join()}{fill:none;stroke-linecap:round;stroke-linejoin:round}`;
  const dark = `@media(prefers-color-scheme:dark){${darkRules.join('')}}`;
  // In CSS, the later of two rules with the same weight wins.
  const style = `<style>svg{stroke-width:0}${rules.join('')}${dark}${lines}${widthRules}</style>`;
  return (
    style +
    markup
      .replace(/ l" stroke-width="(\d+)"/g, ' l$1"')
      .replace(/class="(\w+)/g, (_, name: string) => `class="${shortNames.get(name)}`)
  );
}

/** Short names that differ from the class of lines: a to k, m to z, A to Z, then longer ones. */
const letters = [97, 65]
  .flatMap((first) => Array.from({ length: 26 }, (_, nth) => String.fromCharCode(first + nth)))
  .filter((letter) => letter !== lineClass);
const shortName = (index: number) => letters[index] ?? `a${index}`;

function colorsOf(name: string): readonly [string, string?] {
  const colors = palette[name];
  if (!colors) throw new Error(`No color "${name}" in the palette of the drawings.`);
  return colors;
}
