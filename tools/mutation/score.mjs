import { relative } from 'node:path';
import { root } from '../lib/paths.mjs';

/** @typedef {{ fileName: string, status: string }} Result Result of a mutant, with Stryker's status. */

/** Detected by a failing test or a timeout. */
const noticed = ['Killed', 'Timeout'];
/** Mutants without test coverage count as survived. */
const unnoticedStatuses = ['Survived', 'NoCoverage'];
const columns = [...noticed, ...unnoticedStatuses, 'Ignored'];
const heads = ['noticed', 'never ended', 'survived', 'no test', 'not tried'];

/** Percentage of detected mutants; 0 if none were tested. @param {Result[]} results */
export function scoreOf(results) {
  const countStatuses = (statuses) => results.filter(({ status }) => statuses.includes(status)).length;
  const [good, bad] = [countStatuses(noticed), countStatuses(unnoticedStatuses)];
  return good === 0 ? 0 : (good / (good + bad)) * 100;
}

/** @param {Result[]} results */
export function table(results) {
  const files = [...new Set(results.map(({ fileName }) => fileName))];
  const rows = [
    ['', 'score', ...heads],
    ...files.map((file) =>
      rowOf(
        relative(root, file),
        results.filter(({ fileName }) => fileName === file),
      ),
    ),
    rowOf('all', results),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const pad = (cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]));
  return rows.map((row) => row.map(pad).join('  ')).join('\n');
}

function rowOf(name, results) {
  const counts = columns.map((status) => String(results.filter((one) => one.status === status).length));
  return [name, `${scoreOf(results).toFixed(1)} %`, ...counts];
}
