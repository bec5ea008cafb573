import { contrast, contrastPairs, dark, light } from './tokens.js';

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
