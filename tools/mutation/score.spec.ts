import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { scoreOf, table } from './score.mjs';

const changes = (...statuses: string[]) =>
  statuses.map((status) => ({ fileName: join(root, 'libs/money/src/decimal.ts'), status }));

test('counts uncovered mutants as survived and ignores mutants that were not tested', () => {
  expect(scoreOf(changes('Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored'))).toBe(50);
  expect(scoreOf(changes('Killed', 'Ignored', 'CompileError', 'RuntimeError'))).toBe(100);
});

test('returns 0 if no mutant was tested', () => {
  expect(scoreOf([])).toBe(0);
  expect(scoreOf(changes('Ignored'))).toBe(0);
});

test('formats a line per file and a total', () => {
  const other = { fileName: join(root, 'libs/ledger/src/x.ts'), status: 'Survived' };
  expect(
    table([...changes('Killed', 'Killed', 'Survived'), other])
      .split('\n')
      .map((line) => line.split(/\s{2,}/)),
  ).toEqual([
    ['', 'score', 'noticed', 'never ended', 'survived', 'no test', 'not tried'],
    ['libs/money/src/decimal.ts', '66.7 %', '2', '0', '1', '0', '0'],
    ['libs/ledger/src/x.ts', '0.0 %', '0', '0', '1', '0', '0'],
    ['all', '50.0 %', '2', '0', '2', '0', '0'],
  ]);
});
