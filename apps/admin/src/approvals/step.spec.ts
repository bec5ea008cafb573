import { step } from './step';

test('moves from row to row and stops at the ends', () => {
  expect(step(-1, 1, 3)).toBe(0);
  expect(step(-1, -1, 3)).toBe(0);
  expect(step(0, 1, 3)).toBe(1);
  expect(step(2, 1, 3)).toBe(2);
  expect(step(0, -1, 3)).toBe(0);
});
