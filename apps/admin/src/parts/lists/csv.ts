import { decimalText } from '@upstander/money';
import { moneyOf, type Column } from './column';

/** What a program for tables would take for a formula is marked as words. */
function field(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines of fields as a file that spreadsheets open; it begins with the mark by which they know its letters. */
export function csvText(lines: ReadonlyArray<readonly string[]>): string {
  return `\uFEFF${lines.map((line) => line.map(field).join(',')).join('\r\n')}\r\n`;
}

/** A table on the screen as lines of fields: amounts as numbers with their currency beside them, all else as it reads. */
export function linesOf<Row>(
  table: HTMLTableElement,
  columns: ReadonlyArray<Column<Row>>,
  rows: readonly Row[],
  currency: string,
): string[][] {
  const wanted = columns.map((column, at) => ({ column, at })).filter(({ column }) => !column.hiddenHeader);
  const isMoney = ({ column }: (typeof wanted)[number]) => rows.some((row) => moneyOf(column, row));
  const head = wanted.flatMap((each) => (isMoney(each) ? [each.column.header, currency] : [each.column.header]));
  const body = rows.map((row, index) =>
    wanted.flatMap((each) => {
      const amount = moneyOf(each.column, row);
      const text = table.tBodies[0]?.rows[index]?.cells[each.at]?.innerText ?? '';
      const words = text.trim().replace(/\s*\n\s*/g, ' · ');
      if (!isMoney(each)) return [words];
      return amount ? [decimalText(BigInt(amount.amountMinor), amount.currency), amount.currency] : [words, ''];
    }),
  );
  return [head, ...body];
}

export function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
