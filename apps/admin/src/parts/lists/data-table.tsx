import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useWords } from '../../words/words';
import { alignOf, cellOf, type Column } from './column';
import classes from './data-table.module.css';

export type { Column } from './column';

interface DataTableProps<Row> {
  label: string;
  rows: readonly Row[];
  columns: ReadonlyArray<Column<Row>>;
  idOf: (row: Row) => string;
  /** True while the rows belong to the previous query. */
  stale?: boolean;
  sort?: { value: string; onChange: (value: string) => void } | undefined;
  /** Checkbox of a row and of the header. */
  selection?: { all: ReactNode; row: (row: Row) => ReactNode } | undefined;
}

/** True if rows are rendered as cards, on phones and small tablets. */
export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 56em)', false, { getInitialValueInEffect: false });
}

/** Renders a table, or cards on narrow screens. A link with `data-cover` covers its row. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  return useIsNarrow() ? <Cards {...props} /> : <Table {...props} />;
}

export function Table<Row>({ label, rows, columns, idOf, stale, sort, selection }: DataTableProps<Row>) {
  return (
    <div className={classes.room}>
      <table className={classes.table} aria-label={label} data-stale={stale || undefined}>
        <thead>
          <tr>
            {selection && (
              <th className={classes.mark} scope="col">
                {selection.all}
              </th>
            )}
            {columns.map((column) => (
              <Heading key={column.key} column={column} align={alignOf(column, rows)} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={idOf(row)}>
              {selection && <td className={classes.mark}>{selection.row(row)}</td>}
              {columns.map((column, at) => {
                const title = isTitle(column, at);
                const Cell = title ? 'th' : 'td';
                return (
                  <Cell key={column.key} scope={title ? 'row' : undefined} data-align={alignOf(column, rows)}>
                    {cellOf(column, row, title)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heading<Row>({
  column,
  align,
  sort,
}: {
  column: Column<Row>;
  align: 'end' | undefined;
  sort: DataTableProps<Row>['sort'];
}) {
  const { header, hiddenHeader, width, sort: orders } = column;
  const on =
    sort?.value === orders?.ascending?.[0]
      ? 'ascending'
      : sort?.value === orders?.descending?.[0]
        ? 'descending'
        : null;
  const next = on === 'descending' ? orders?.ascending : orders?.descending;
  const other = next ?? (on ? null : orders?.ascending);
  return (
    <th scope="col" data-align={align} style={{ width }} aria-sort={(orders && sort && on) || undefined}>
      {hiddenHeader ? (
        <span className={classes.hidden}>{header}</span>
      ) : orders && sort ? (
        <button
          type="button"
          className={classes.sort}
          title={other?.[1]}
          onClick={() => sort.onChange(other?.[0] ?? '')}
        >
          {header}
          <span aria-hidden className={classes.arrow} data-on={on !== null || undefined}>
            {on === 'ascending' ? '↑' : '↓'}
          </span>
        </button>
      ) : (
        header
      )}
    </th>
  );
}

function isTitle<Row>({ mobile }: Column<Row>, at: number): boolean {
  return mobile === 'title' || (at === 0 && mobile === undefined);
}

function Cards<Row>({ label, rows, columns, idOf, stale, selection }: DataTableProps<Row>) {
  const { t } = useWords();
  const on = (place: Column<Row>['mobile']) => columns.filter(({ mobile }) => mobile === place);
  const title = columns.filter(isTitle);
  const corner = on('corner');
  const pairs = columns.filter((column, at) => column.mobile === undefined && !isTitle(column, at));
  return (
    <>
      {selection && (
        <div className={classes.all}>
          {selection.all} <span aria-hidden>{t.common.list.selectAll}</span>
        </div>
      )}
      <ul className={classes.cards} aria-label={label} data-stale={stale || undefined}>
        {rows.map((row) => (
          <li key={idOf(row)} className={classes.card}>
            <div className={classes.top}>
              {selection?.row(row)}
              <div className={classes.cardTitle}>{title.map((column) => part(column, row, true))}</div>
              {corner.length > 0 && <div className={classes.corner}>{corner.map((column) => part(column, row))}</div>}
            </div>
            {on('plain').map((column) => part(column, row))}
            <Pairs columns={pairs} row={row} />
            {on('foot').map((column) => part(column, row))}
          </li>
        ))}
      </ul>
    </>
  );
}

function Pairs<Row>({ columns, row }: { columns: ReadonlyArray<Column<Row>>; row: Row }) {
  const filled = columns
    .map((column) => ({ column, value: cellOf(column, row, false) }))
    .filter(({ value }) => value !== null && value !== undefined && value !== false && value !== '');
  if (filled.length === 0) return null;
  return (
    <dl className={classes.pairs}>
      {filled.map(({ column, value }) => (
        <div key={column.key}>
          <dt>{column.header}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function part<Row>(column: Column<Row>, row: Row, title = false): ReactNode {
  return <div key={column.key}>{cellOf(column, row, title)}</div>;
}
