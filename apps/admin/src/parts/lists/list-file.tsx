import { Button } from '@mantine/core';
import { graphql, type TadaDocumentNode } from '@upstander/api-client';
import { decimalText } from '@upstander/money';
import type { MoneyValue } from '@upstander/web-kit';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ask } from '../../api/ask';
import { explain } from '../../api/explain';
import { useWords } from '../../words/words';
import { notify } from '../ui/notify';
import { moneyOf, type Column } from './column';
import { foundAt, idOf, rowsOf } from './connection';
import { csvText, csvTime, download } from './csv';
import { Table } from './data-table';
import classes from './list.module.css';

/** That a list leaves as a file is written down as what staff did. */
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
  /** The question for a page of rows. */
  pageOf: (after: string | null) => Variables;
  paths: readonly string[];
  columns: ReadonlyArray<Column<Row>>;
}

/** What a cell says, and the amount it says where it is one. */
interface Cell {
  text: string;
  amount: MoneyValue | null;
}

/** A page of rows that is being drawn, and who waits for what it says. */
interface Drawing<Row> {
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
  done: (cells: Cell[][]) => void;
}

/**
 * All that fits the filters as a file, page by page to the end. Each page is drawn out of sight, so that the file says what
 * the screen would say, and no column has to be written twice.
 */
export function useListFile<Data, Variables, Row>(list: ListFile<Data, Variables, Row>) {
  const { t, words, locale } = useWords();
  const [drawing, draw] = useState<Drawing<Row> | null>(null);
  const [known, setKnown] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  const stop = () => {
    running.current?.abort();
    running.current = null;
    draw(null);
    setKnown(null);
  };
  // Whoever leaves the list wants no file of it any more.
  useEffect(() => () => running.current?.abort(), []);

  const start = async (): Promise<void> => {
    stop();
    const control = new AbortController();
    running.current = control;
    const { name, document, pageOf, paths, columns } = list;
    const lines: Cell[][] = [];
    let after: string | null = null;
    try {
      await ask(noteExportMutation, { list: name }, control.signal);
      do {
        const data: Data = await ask(document, pageOf(after), control.signal);
        const found = paths.map((path) => foundAt<Row>(data, path));
        const rows = found.flatMap((each) => rowsOf(each));
        lines.push(...(await new Promise<Cell[][]>((done) => draw({ columns, rows, done }))));
        if (control.signal.aborted) return;
        const [page] = found;
        after = page && 'pageInfo' in page && page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        if (after !== null) setKnown(lines.length);
      } while (after !== null);
      download(`${name}.csv`, csvText(fieldsOf(columns.filter(inFile), lines, t.common.list.currency)));
      stop();
    } catch (error) {
      if (control.signal.aborted) return;
      stop();
      notify.failure(t.common.failed, explain(words, locale, error));
    }
  };

  const drawn: ReactNode = drawing && (
    <div
      className={classes.file}
      aria-hidden
      inert
      ref={(element) => {
        const table = element?.querySelector('table');
        if (table) drawing.done(cellsOf(table, drawing));
      }}
    >
      <Table label={list.label} rows={drawing.rows} columns={drawing.columns} idOf={idOf} />
    </div>
  );
  const progress: ReactNode = known !== null && (
    <div className={classes.preparing} role="status">
      {t.common.list.preparing({ done: known })}
      <Button size="compact-sm" variant="default" onClick={stop}>
        {t.common.list.stop}
      </Button>
    </div>
  );
  return { start: () => void start(), drawn, progress };
}

const inFile = <Row,>({ hiddenHeader }: Column<Row>) => !hiddenHeader;

/** What a table on the screen says. */
function cellsOf<Row>(table: HTMLTableElement, { rows, columns }: Drawing<Row>): Cell[][] {
  const wanted = columns.map((column, at) => ({ column, at })).filter(({ column }) => inFile(column));
  return rows.map((row, index) =>
    wanted.map(({ column, at }) => ({
      text: textOf(table.tBodies[0]?.rows[index]?.cells[at]),
      amount: moneyOf(column, row),
    })),
  );
}

/** What a cell says, its times in full: on the screen a list leaves out the year and the zone. */
function textOf(cell: HTMLElement | undefined): string {
  if (!cell) return '';
  const times = [...cell.querySelectorAll('time')].map((time) => ({ time, shown: time.textContent }));
  for (const { time } of times) time.textContent = csvTime(time.dateTime);
  const text = cell.innerText.trim().replace(/\s*\n\s*/g, ' · ');
  for (const { time, shown } of times) time.textContent = shown;
  return text;
}

/** Lines of fields: amounts as numbers with their currency beside them, all else as it reads. */
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
