import { welch } from './welch.js';

test('Welch’s t matches published values and distinguishes a real difference from noise', () => {
  const noise = (n: number) => Math.sin(n * 12.9898) * 43758.5453 - Math.floor(Math.sin(n * 12.9898) * 43758.5453);
  const sample = (from: number, shift: number) => Array.from({ length: 2_000 }, (_, n) => noise(from + n) + shift);
  expect(welch([1, 2, 3, 4, 5], [2, 3, 4, 5, 6])).toBeCloseTo(-1, 10);
  expect(Math.abs(welch(sample(0, 0), sample(5_000, 0)))).toBeLessThan(4.5);
  expect(Math.abs(welch(sample(0, 0), sample(5_000, 0.1)))).toBeGreaterThan(4.5);
});
