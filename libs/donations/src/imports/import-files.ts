import { copyCsv, csvCell } from '@upstander/files';
import pg from 'pg';
import { columns } from './read-csv.js';

export function templateFile(today: string, currency: string): string {
  const example = [
    '2026-0001',
    'address-of-the-fundraiser',
    'Ana Reyes',
    'ana@example.org',
    'check',
    '25.00',
    currency,
    today,
  ];
  const lines = [columns.join(','), [...example, 'no', 'en', '', '', ''].join(',')];
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`;
}

/** Returns SQL for `CopyStream` that exports the rejected rows with their problems, to correct and upload again. */
export function refusedRows(importId: string): string {
  const cells = columns.map((column) => `${csvCell(`coalesce(r.cells ->> '${column}', '')`)} AS ${column}`);
  return copyCsv(
    `SELECT ${cells.join(', ')}, r.n AS "row", r.column_name AS wrong_column, r.problem
     FROM fundraising.gift_import_refusal r WHERE r.import_id = ${pg.escapeLiteral(importId)} ORDER BY r.n`,
  );
}
