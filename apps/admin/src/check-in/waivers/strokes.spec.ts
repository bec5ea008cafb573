import { isDrawn, pathOf, pointWithin, type Stroke } from './strokes.js';

test('scales drawings to the same units on every screen', () => {
  const phone = { left: 10, top: 100, width: 300, height: 100 };
  expect(pointWithin(phone, 160, 150)).toEqual([300, 100]);
  expect(pointWithin(phone, 400, 0)).toEqual([600, 0]);
});

test('converts strokes to a short path and a tap to a dot', () => {
  const drawn: Stroke[] = [
    [
      [40, 120],
      [41, 120],
      [100, 40],
    ],
    [[300, 20]],
  ];
  expect(pathOf(drawn)).toBe('M40 120l60 -80M300 20l0 0');
  expect(isDrawn(drawn)).toBe(true);
  expect(isDrawn([[[1, 1]], [[2, 2]]])).toBe(false);
});

test('limits the path to the maximum length of the API', () => {
  const scribble: Stroke = Array.from({ length: 20_000 }, (_, n) => [(n * 7) % 600, (n * 3) % 200] as const);
  const path = pathOf([scribble.slice(0, 10_000), scribble.slice(10_000)]);
  expect(path.length).toBeLessThanOrEqual(6_000);
  expect(path).toMatch(/^(M\d{1,3} \d{1,3}(l-?\d{1,3} -?\d{1,3})+)+$/);
});
