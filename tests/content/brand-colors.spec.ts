import { actionColors, actionFault, contrastOf, giveColors, giveFault, grounds, inkColor } from '@upstander/platform';
import { contrast, contrastPairs, dark, light, type Token } from '@upstander/web-kit';

const chosen = ['#1f5c4a', '#5a2d82', '#8a1538', '#0b3d91', '#6b4e16', '#333333', '#b00020', '#0f6674'];
const give = ['#e9a93b', '#ffd54f', '#8a1538', '#c04000', '#2e7d32', '#ffffff', '#000000'];

test('derives colors on the grounds of the site', () => {
  const pick = ({ paper, surface, sunken }: typeof light) => ({ paper, surface, sunken });
  expect(grounds).toEqual({ light: pick(light), dark: pick(dark) });
  expect(inkColor).toBe(light.ink);
});

const affected = (token: Token) => /^(on)?(action|give|night)/i.test(token) || token === 'nightSoft';
const pairs = contrastPairs.filter((pair) => pair.some(affected));

test.each(chosen)('keeps every pair of text and ground readable in both themes with the main color %s', (color) => {
  expect(actionFault(color)).toBeNull();
  const derived = actionColors(color);
  for (const [theme, own] of [
    [light, derived.light],
    [dark, derived.dark],
  ] as const) {
    const palette = { ...theme, ...own };
    for (const [text, ground] of pairs) {
      expect([text, ground, contrast(palette[text], palette[ground]) >= 4.5]).toEqual([text, ground, true]);
    }
  }
});

test.each(give)('keeps the text of gift buttons readable with the color %s', (color) => {
  expect(giveFault(color)).toBeNull();
  const colors = giveColors(color);
  expect(contrastOf(colors.onGive, colors.give)).toBeGreaterThanOrEqual(4.5);
  expect(contrastOf(colors.onGive, colors.giveStrong)).toBeGreaterThanOrEqual(4.5);
});

test.each(['#4caf50', '#ff9800', '#90caf9', '#ffffff', '#e91e63'])(
  'refuses %s as main color and proposes a similar one that passes',
  (color) => {
    const fault = actionFault(color)!;
    expect(fault.ratio).toBeLessThan(4.5);
    expect(actionFault(fault.nearest)).toBeNull();
  },
);

test('refuses a color on which neither ink nor white text is readable', () => {
  const fault = giveFault('#7d7d7d')!;
  expect(fault.ratio).toBeLessThan(4.5);
  expect(giveFault(fault.nearest)).toBeNull();
});
