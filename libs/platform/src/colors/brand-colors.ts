/**
 * Colors that an organization can choose, derived for both themes. Grounds and ink are those of the site
 * (libs/web-kit/src/theme/tokens.ts); tests/content/brand-colors.spec.ts compares them.
 */
export const grounds = {
  light: { paper: '#fbf8f3', surface: '#ffffff', sunken: '#f3eee5' },
  dark: { paper: '#151917', surface: '#1d2320', sunken: '#111513' },
};
export const inkColor = '#22271f';
const white = '#ffffff';
const black = '#000000';

/** WCAG 2.2, 1.4.3. */
const minContrast = 4.5;

/** The color roles of one theme that follow from the chosen colors; see docs/decisions/color-roles.md. */
export interface ActionColors {
  readonly action: string;
  readonly actionStrong: string;
  readonly actionWash: string;
  readonly onAction: string;
  readonly night: string;
  readonly nightSoft: string;
}

export interface GiveColors {
  readonly give: string;
  readonly giveStrong: string;
  readonly onGive: string;
}

/** The lowest contrast of a color in its role, and the nearest color that passes. */
export interface ColorFault {
  readonly ratio: number;
  readonly nearest: string;
}

export const isHexColor = (text: string) => /^#[0-9a-f]{6}$/.test(text);

/** Contrast ratio of two colors, from 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Returns null if text in this color is readable on every light ground, and white text on it. */
export function actionFault(color: string): ColorFault | null {
  const ratio = actionContrast(color);
  return ratio >= minContrast ? null : { ratio, nearest: nearestColor(color, actionContrast) };
}

/** Returns null if ink or white text is readable on the color. */
export function giveFault(color: string): ColorFault | null {
  const ratio = giveContrast(color);
  return ratio >= minContrast ? null : { ratio, nearest: nearestColor(color, giveContrast) };
}

/** Derives the roles of the light theme from the color, and those of the dark theme from a lighter one. */
export function actionColors(color: string): { light: ActionColors; dark: ActionColors } {
  const light = { ...strongAndWash(color), onAction: white, ...nightOf(color, 0.5) };
  const { dark: ground } = grounds;
  let share = 0;
  let lighter = color;
  const isReadable = () =>
    [...Object.values(ground), mix(ground.surface, lighter, 0.16)].every((one) => contrastOf(lighter, one) >= 7);
  while (!isReadable() && share < 1) lighter = mix(color, white, (share += 0.02));
  const dark = {
    action: lighter,
    actionStrong: mix(lighter, white, 0.3),
    actionWash: mix(ground.surface, lighter, 0.16),
    onAction: mix(color, black, 0.8),
    ...nightOf(color, 0.7),
  };
  return { light, dark };
}

/** Derives the roles of gifts, which are the same in both themes. */
export function giveColors(give: string): GiveColors {
  const onGive = textOn(give);
  // Away from the text, so that the contrast grows.
  return { give, giveStrong: mix(give, onGive === white ? black : white, 0.14), onGive };
}

/** A dark band with white text. */
function nightOf(color: string, share: number) {
  const night = mix(color, black, share);
  return { night, nightSoft: mix(night, white, 0.78) };
}

function strongAndWash(action: string) {
  return {
    action,
    actionStrong: mix(action, black, 0.25),
    actionWash: mix(grounds.light.surface, action, 0.1),
  };
}

function actionContrast(color: string): number {
  const { actionWash } = strongAndWash(color);
  const used = [...Object.values(grounds.light), actionWash];
  return Math.min(contrastOf(white, color), ...used.map((ground) => contrastOf(color, ground)));
}

function giveContrast(color: string): number {
  return contrastOf(textOn(color), color);
}

function textOn(color: string): string {
  return contrastOf(inkColor, color) >= contrastOf(white, color) ? inkColor : white;
}

/** Mixes the color with black or white in steps of 1 % until it passes; the smaller change wins. */
function nearestColor(color: string, measure: (color: string) => number): string {
  for (let share = 0.01; share <= 1; share += 0.01) {
    for (const end of [black, white]) {
      const mixed = mix(color, end, share);
      if (measure(mixed) >= minContrast) return mixed;
    }
  }
  return inkColor;
}

function mix(color: string, other: string, share: number): string {
  const [from, to] = [channels(color), channels(other)];
  const mixed = from.map((value, index) => Math.round(value + ((to[index] ?? value) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
