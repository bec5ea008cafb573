import { hideSmallCells, suppressSmallCells } from './suppress.js';

const threshold = 5;

/** Returns all possible values of the cells for a reader who knows which were hidden because they are small. */
function possibilities(cells: readonly number[], shownCells: ReadonlyArray<number | null>, total: number): number[][] {
  let combinations: number[][] = [[]];
  cells.forEach((cell, i) => {
    const values =
      shownCells[i] !== null ? [cell] : cell < threshold ? range(0, threshold) : range(threshold, total + 1);
    combinations = combinations.flatMap((combination) => values.map((value) => [...combination, value]));
  });
  return combinations.filter((combination) => combination.reduce((sum, value) => sum + value, 0) === total);
}

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

function tables(): number[][] {
  // Seeded, so every machine tests the same numbers.
  let seed = 7;
  const random = (max: number) => (seed = (seed * 48_271) % 2_147_483_647) % max;
  const randomTables = Array.from({ length: 300 }, () => Array.from({ length: 2 + random(3) }, () => random(12)));
  return [
    ...randomTables,
    [0, 0],
    [5, 0],
    [4, 4],
    [5, 5],
    [1, 0, 5],
    [0, 5, 5],
    [4, 9, 11],
    [0, 0, 0, 6],
    [4, 4, 4, 4],
  ];
}

test('shows no small number', () => {
  expect(hideSmallCells([0, 4, 5, 12], threshold)).toEqual([null, null, 5, 12]);
  for (const cells of tables()) {
    const { cells: shownCells, total } = suppressSmallCells(cells, threshold);
    expect([...shownCells, total].filter((number) => number !== null && number < threshold)).toEqual([]);
  }
});

test('lets no hidden number be derived from the total and the visible cells', () => {
  for (const cells of tables()) {
    const { cells: shownCells, total } = suppressSmallCells(cells, threshold);
    if (total === null) continue;
    const combinations = possibilities(cells, shownCells, total);
    shownCells.forEach((cell, i) => {
      if (cell === null)
        expect({ cells, i, values: new Set(combinations.map((combination) => combination[i])).size > 1 }).toMatchObject(
          { values: true },
        );
    });
  }
});

test('reveals a number without the second suppression (negative control)', () => {
  const cells = [3, 9, 11];
  expect(possibilities(cells, hideSmallCells(cells, threshold), 23)).toEqual([cells]);
  expect(suppressSmallCells(cells, threshold)).toEqual({ cells: [null, null, 11], total: 23 });
});

test('leaves harmless numbers visible', () => {
  expect(suppressSmallCells([6, 9, 11], threshold)).toEqual({ cells: [6, 9, 11], total: 26 });
  expect(suppressSmallCells([1, 2, 11], threshold)).toEqual({ cells: [null, null, 11], total: 14 });
  expect(suppressSmallCells([1, 2], threshold)).toEqual({ cells: [null, null], total: null });
});
