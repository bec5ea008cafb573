import { Button } from '@mantine/core';
import { graphql, type TadaDocumentNode } from '@upstander/api-client';
import { decimalText } from '@upstander/money';
import type { MoneyValue } from '@upstander/web-kit';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { request } from '../../api/ask';
import { explain } from '../../api/explain';
import { useWords } from '../../words/words';
import { notify } from '../notifications/notify';
import { moneyOf, type Column } from './column';
import { listAt, idOf, rowsOf } from './connection';
import { csvText, csvTime, download } from './csv';
import { Table } from './data-table';
import classes from './list.module.css';

/** Records the export in the staff action log. */
const noteExportMutation = graphql(`
  mutation NoteExport($list: String!) {
    noteExport(list: $list) {
      ok
    }
  }
`);

interface ListFile<Data, Variables, Row> {
  name: string;
  label: string;
  document: TadaDocumentNode<Data, Variables>;
  pageOf: (after: string | null) => Variables;
  paths: readonly string[];
  columns: ReadonlyArray<Column<Row>>;
}

interface Cell {
  text: string;
  amount: MoneyValue | null;
}

interface PageToRender<Row> {
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
  onRendered: (cells: Cell[][]) => void;
}

/**
 * Exports all matching rows as CSV, page by page. Each page is rendered off-screen and read from the DOM, so that
 * columns are defined only once.
 */
export function useListFile<Data, Variables, Row>(list: ListFile<Data, Variables, Row>) {
  const { t, words, locale } = useWords();
  const [renderedPage, setRenderedPage] = useState<PageToRender<Row> | null>(null);
  const [rowCount, setRowCount] = useState<number | null>(null);
  const abortController = useRef<AbortController | null>(null);
  const stopExport = () => {
    abortController.current?.abort();
    abortController.current = null;
    setRenderedPage(null);
    setRowCount(null);
  };
  useEffect(() => () => abortController.current?.abort(), []);

  const startExport = async (): Promise<void> => {
    stopExport();
    const control = new AbortController();
    abortController.current = control;
    const { name, document, pageOf, paths, columns } = list;
    const lines: Cell[][] = [];
    let after: string | null = null;
    try {
      await request(noteExportMutation, { list: name }, control.signal);
      do {
        const data: Data = await request(document, pageOf(after), control.signal);
        const pages = paths.map((path) => listAt<Row>(data, path));
        const rows = pages.flatMap((page) => rowsOf(page));
        lines.push(...(await new Promise<Cell[][]>((onRendered) => setRenderedPage({ columns, rows, onRendered }))));
        if (control.signal.aborted) return;
        const [page] = pages;
        after = page && 'pageInfo' in page && page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        if (after !== null) setRowCount(lines.length);
      } while (after !== null);
      download(`${name}.csv`, csvText(fieldsOf(columns.filter(isInFile), lines, t.common.list.currency)));
      stopExport();
    } catch (error) {
      if (control.signal.aborted) return;
      stopExport();
      notify.failure(t.common.failed, explain(words, locale, error));
    }
  };

  const hiddenTable: ReactNode = renderedPage && (
    <div
      className={classes.file}
      aria-hidden
      inert
      ref={(element) => {
        const table = element?.querySelector('table');
        if (table) renderedPage.onRendered(cellsOf(table, renderedPage));
      }}
    >
      <Table
        label={list.label}
        rows={renderedPage.rows}
        columns={renderedPage.columns}
        idOf={idOf}
        density="comfortable"
      />
    </div>
  );
  const progress: ReactNode = rowCount !== null && (
    <div className={classes.preparing} role="status">
      {t.common.list.preparing({ done: rowCount })}
      <Button size="compact-sm" variant="default" onClick={stopExport}>
        {t.common.list.stop}
      </Button>
    </div>
  );
  return { startExport: () => void startExport(), hiddenTable, progress };
}

const isInFile = <Row,>({ hiddenHeader }: Column<Row>) => !hiddenHeader;

function cellsOf<Row>(table: HTMLTableElement, { rows, columns }: PageToRender<Row>): Cell[][] {
  const exportedColumns = columns.map((column, at) => ({ column, at })).filter(({ column }) => isInFile(column));
  return rows.map((row, index) =>
    exportedColumns.map(({ column, at }) => ({
      text: textOf(table.tBodies[0]?.rows[index]?.cells[at]),
      amount: moneyOf(column, row),
    })),
  );
}

/** Returns the text of a cell with full timestamps, because lists omit the year and the zone. */
function textOf(cell: HTMLElement | undefined): string {
  if (!cell) return '';
  const timeElements = [...cell.querySelectorAll('time')].map((time) => ({ time, shown: time.textContent }));
  for (const { time } of timeElements) time.textContent = csvTime(time.dateTime);
  const text = cell.innerText.trim().replace(/\s*\n\s*/g, ' · ');
  for (const { time, shown } of timeElements) time.textContent = shown;
  return text;
}

/** Returns CSV rows. Amounts become numbers with their currency in a separate column. */
function fieldsOf<Row>(columns: ReadonlyArray<Column<Row>>, lines: readonly Cell[][], currency: string): string[][] {
  const isMoney = columns.map((_, at) => lines.some((line) => line[at]?.amount));
  const head = columns.flatMap(({ header }, at) => (isMoney[at] ? [header, currency] : [header]));
  const body = lines.map((line) =>
    line.flatMap(({ text, amount }, at) => {
      if (!isMoney[at]) return [text];
      return amount ? [decimalText(BigInt(amount.amountMinor), amount.currency), amount.currency] : [text, ''];
    }),
  );
  return [head, ...body];
}
