import { adminColors, contrast, contrastPairs, dark, light } from './tokens.js';

test.each(contrastPairs)('keeps %s readable on %s in light and dark mode', (text, background) => {
  expect(contrast(light[text], light[background])).toBeGreaterThanOrEqual(4.5);
  expect(contrast(dark[text], dark[background])).toBeGreaterThanOrEqual(4.5);
});

test('keeps control borders visible (3:1)', () => {
  for (const palette of [light, dark]) {
    expect(contrast(palette.control, palette.surface)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.control, palette.paper)).toBeGreaterThanOrEqual(3);
  }
});

test.each(['light', 'dark'] as const)('keeps amber readable in the admin: %s', (theme) => {
  const { amber, amberWash, ink } = adminColors(theme);
  expect(contrast(amber, amberWash)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(ink, amberWash)).toBeGreaterThanOrEqual(4.5);
});
