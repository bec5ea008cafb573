/**
 * The palette: green for actions, clay for warnings, warm paper as background.
 * The pairs in `contrastPairs` have a contrast of at least 4.5:1 (WCAG 2.2 1.4.3), as tokens.spec.ts checks.
 */
export const light = {
  paper: '#fbf8f3',
  surface: '#ffffff',
  sunken: '#f3eee5',
  line: '#e3dccf',
  control: '#857d70',
  ink: '#22271f',
  soft: '#5a5d52',
  green: '#1f5c4a',
  greenStrong: '#164536',
  greenWash: '#e4efe9',
  onGreen: '#ffffff',
  clay: '#a2401f',
  clayStrong: '#843217',
  clayWash: '#fbeae2',
  onClay: '#ffffff',
  amber: '#7a5200',
  amberWash: '#fbf0d6',
};

export const dark: typeof light = {
  paper: '#151917',
  surface: '#1d2320',
  sunken: '#111513',
  line: '#333b36',
  control: '#7f8a83',
  ink: '#edeae2',
  soft: '#b3b6ab',
  green: '#86cdb3',
  greenStrong: '#a5e0c9',
  greenWash: '#1d342b',
  onGreen: '#0c2219',
  clay: '#f0a284',
  clayStrong: '#f7bda7',
  clayWash: '#3a211a',
  onClay: '#2c0f05',
  amber: '#ecc777',
  amberWash: '#352a12',
};

export type Token = keyof typeof light;

/** Text color on background, for every combination in the style sheets. */
export const contrastPairs: ReadonlyArray<readonly [Token, Token]> = [
  ['ink', 'paper'],
  ['ink', 'surface'],
  ['ink', 'sunken'],
  ['soft', 'paper'],
  ['soft', 'surface'],
  ['soft', 'sunken'],
  ['green', 'paper'],
  ['green', 'surface'],
  ['green', 'sunken'],
  ['green', 'greenWash'],
  ['onGreen', 'green'],
  ['onGreen', 'greenStrong'],
  ['clay', 'paper'],
  ['clay', 'surface'],
  ['clay', 'clayWash'],
  ['onClay', 'clay'],
  ['onClay', 'clayStrong'],
  ['amber', 'amberWash'],
  ['ink', 'greenWash'],
  ['ink', 'clayWash'],
  ['ink', 'amberWash'],
];

export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
