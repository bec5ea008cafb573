import { contrast, contrastPairs, dark, light } from './tokens.js';

test.each(contrastPairs)('%s can be read on %s, by day and by night', (text, background) => {
  expect(contrast(light[text], light[background])).toBeGreaterThanOrEqual(4.5);
  expect(contrast(dark[text], dark[background])).toBeGreaterThanOrEqual(4.5);
});

test('the edges of controls are visible (3:1)', () => {
  for (const palette of [light, dark]) {
    expect(contrast(palette.control, palette.surface)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.control, palette.paper)).toBeGreaterThanOrEqual(3);
  }
});
