import type { TadaDocumentNode } from '@upstander/api-client';
import { decimalText } from '@upstander/money';
import { useState, type ReactNode } from 'react';
import { ask } from '../../api/ask';
import { explain } from '../../api/explain';
import { useWords } from '../../words/words';
import { notify } from '../ui/notify';
import { moneyOf, type Column } from './column';
import { csvText, download } from './csv';
import { Table } from './data-table';
import { foundAt, idOf, rowsOf } from './connection';
import classes from './list.module.css';

/** No file of a list has more rows: what is more comes from an export of the server. */
const mostInFile = 1000;

interface ListFile<Data, Variables, Row> {
  name: string;
  label: string;
  document: TadaDocumentNode<Data, Variables>;
  /** The question for a page of rows. */
  pageOf: (after: string | null) => Variables;
  paths: readonly string[];
  columns: ReadonlyArray<Column<Row>>;
}

/**
 * All that fits the filters as a file. It is drawn out of sight, so that the file says what the screen would say, and no
 * column has to be written twice.
 */
export function useListFile<Data, Variables, Row>(list: ListFile<Data, Variables, Row>) {
  const { name, label, document, pageOf, paths, columns } = list;
  const { t, words, locale } = useWords();
  const { currency } = t.common.list;
  const [rows, setRows] = useState<readonly Row[] | null>(null);
  const start = async (): Promise<void> => {
    const known: Row[] = [];
    let after: string | null = null;
    do {
      const data: Data = await ask(document, pageOf(after));
      const found = paths.map((path) => foundAt<Row>(data, path));
      known.push(...found.flatMap((each) => rowsOf(each)));
      const [page] = found;
      after = page && 'pageInfo' in page && page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null && known.length < mostInFile);
    setRows(known);
  };
  const write = (element: HTMLDivElement | null): void => {
    const table = element?.querySelector('table');
    if (!table || !rows) return;
    download(`${name}.csv`, csvText(linesOf(table, columns, rows, currency)));
    setRows(null);
  };
  const drawn: ReactNode = rows && (
    <div className={classes.file} aria-hidden inert ref={write}>
      <Table label={label} rows={rows} columns={columns} idOf={idOf} />
    </div>
  );
  const failed = (error: unknown) => notify.failure(t.common.failed, explain(words, locale, error));
  return { start: () => void start().catch(failed), drawn };
}

/** A table on the screen as lines of fields: amounts as numbers with their currency beside them, all else as it reads. */
function linesOf<Row>(
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
