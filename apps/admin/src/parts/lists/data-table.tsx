import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './data-table.module.css';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The heading is read but not shown, as for a column of menus. */
  hiddenHeader?: boolean;
  align?: 'end';
  width?: string;
  /** On a phone: the title of the card, beside it, below it, or nowhere; the others are pairs of name and value. */
  onCard?: 'title' | 'corner' | 'plain' | 'foot' | 'none';
}

interface DataTableProps<Row> {
  label: string;
  rows: readonly Row[];
  columns: ReadonlyArray<Column<Row>>;
  idOf: (row: Row) => string;
  /** True while the rows shown are those of the last question. */
  stale?: boolean;
}

/** Rows as a table where there is room, and as cards on a phone or a small tablet. A link with `data-cover` makes its whole row a target. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const narrow = useMediaQuery('(max-width: 56em)', false, { getInitialValueInEffect: false });
  return narrow ? <Cards {...props} /> : <Table {...props} />;
}

function Table<Row>({ label, rows, columns, idOf, stale }: DataTableProps<Row>) {
  return (
    <div className={classes.room}>
      <table className={classes.table} aria-label={label} data-stale={stale || undefined}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-align={column.align} style={{ width: column.width }}>
                {column.hiddenHeader ? <span className={classes.hidden}>{column.header}</span> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={idOf(row)}>
              {columns.map((column) =>
                column.onCard === 'title' ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} data-align={column.align}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards<Row>({ label, rows, columns, idOf, stale }: DataTableProps<Row>) {
  const title = columns.filter(({ onCard }) => onCard === 'title');
  const corner = columns.filter(({ onCard }) => onCard === 'corner');
  const plain = columns.filter(({ onCard }) => onCard === 'plain');
  const foot = columns.filter(({ onCard }) => onCard === 'foot');
  const pairs = columns.filter(({ onCard }) => onCard === undefined);
  return (
    <ul className={classes.cards} aria-label={label} data-stale={stale || undefined}>
      {rows.map((row) => (
        <li key={idOf(row)} className={classes.card}>
          <div className={classes.top}>
            <div className={classes.cardTitle}>{title.map((column) => part(column, row))}</div>
            {corner.length > 0 && <div className={classes.corner}>{corner.map((column) => part(column, row))}</div>}
          </div>
          {plain.map((column) => part(column, row))}
          <Pairs columns={pairs} row={row} />
          {foot.map((column) => part(column, row))}
        </li>
      ))}
    </ul>
  );
}

function Pairs<Row>({ columns, row }: { columns: ReadonlyArray<Column<Row>>; row: Row }) {
  const filled = columns.map((column) => ({ column, value: column.cell(row) })).filter(({ value }) => value !== null);
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

function part<Row>(column: Column<Row>, row: Row): ReactNode {
  return <div key={column.key}>{column.cell(row)}</div>;
}
