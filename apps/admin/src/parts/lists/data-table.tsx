import { useMediaQuery } from '@mantine/hooks';
import { useRef, type PointerEvent, type ReactNode } from 'react';
import { useWords } from '../../words/words';
import { alignOf, cellOf, columnTracks, type Column } from './column';
import classes from './data-table.module.css';
import { useDensity, type Density } from './density';

export type { Column } from './column';

interface DataTableProps<Row> {
  label: string;
  rows: readonly Row[];
  columns: ReadonlyArray<Column<Row>>;
  idOf: (row: Row) => string;
  /** True while the rows belong to the previous query. */
  isStale?: boolean;
  sort?: { value: string; onChange: (value: string) => void } | undefined;
  /** Checkbox of a row and of the header. */
  selection?: { all: ReactNode; row: (row: Row) => ReactNode } | undefined;
}

/** True on phones and small tablets. */
export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 56em)', false, { getInitialValueInEffect: false });
}

/** Cards on narrow screens. A link with `data-cover` covers its row. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const [density] = useDensity();
  const isWide = useMediaQuery('(min-width: 90em)', false, { getInitialValueInEffect: false });
  const columns = props.columns.filter(({ wide }) => isWide || !wide);
  return useIsNarrow() ? (
    <Cards {...props} density={density} />
  ) : (
    <Table {...props} columns={columns} density={density} />
  );
}

interface TableProps<Row> extends DataTableProps<Row> {
  density: Density;
}

export function Table<Row>(props: TableProps<Row>) {
  const { label, rows, columns, idOf, isStale, sort, selection, density } = props;
  const showTruncatedText = useTruncatedText();
  return (
    <div className={classes.room}>
      <table
        className={classes.table}
        style={{ gridTemplateColumns: columnTracks(columns, rows, selection !== undefined) }}
        aria-label={label}
        data-stale={isStale || undefined}
        data-density={density}
        onPointerMove={showTruncatedText}
      >
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
                  <Cell
                    key={column.key}
                    scope={title ? 'row' : undefined}
                    className={column.hiddenHeader ? classes.actions : column.wraps ? classes.wraps : undefined}
                    data-align={alignOf(column, rows)}
                  >
                    {cellOf(column, row, { title })}
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

/** Returns a handler that shows the full text of a truncated cell as a tooltip, also below the link that covers its row. */
function useTruncatedText() {
  const lastCell = useRef<Element | null>(null);
  return ({ target, clientX, clientY }: PointerEvent) => {
    const cell = document.elementsFromPoint(clientX, clientY).find((element) => element.matches('td, th')) ?? null;
    if (cell === lastCell.current || !(target instanceof HTMLElement)) return;
    lastCell.current = cell;
    const isTruncated = cell instanceof HTMLElement && cell.scrollWidth > cell.clientWidth;
    target.title = isTruncated ? cell.innerText : '';
  };
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
  const { header, hiddenHeader, sort: sortOrders } = column;
  const direction =
    sort?.value === sortOrders?.ascending?.[0]
      ? 'ascending'
      : sort?.value === sortOrders?.descending?.[0]
        ? 'descending'
        : null;
  const nextOrder = direction === 'descending' ? sortOrders?.ascending : sortOrders?.descending;
  const firstOrder = nextOrder ?? (direction ? null : sortOrders?.ascending);
  return (
    <th
      scope="col"
      className={hiddenHeader ? classes.actions : undefined}
      data-align={align}
      aria-sort={(sortOrders && sort && direction) || undefined}
    >
      {hiddenHeader ? (
        <span className={classes.hidden}>{header}</span>
      ) : sortOrders && sort ? (
        <button
          type="button"
          className={classes.sort}
          title={firstOrder?.[1]}
          onClick={() => sort.onChange(firstOrder?.[0] ?? '')}
        >
          <span className={classes.sortLabel}>{header}</span>
          <span aria-hidden className={classes.arrow} data-on={direction !== null || undefined}>
            {direction === 'ascending' ? '↑' : '↓'}
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

function Cards<Row>({ label, rows, columns, idOf, isStale, selection, density }: TableProps<Row>) {
  const { t } = useWords();
  const columnsFor = (place: Column<Row>['mobile']) => columns.filter(({ mobile }) => mobile === place);
  const title = columns.filter(isTitle);
  const cornerColumns = columnsFor('corner');
  const pairs = columns.filter((column, at) => column.mobile === undefined && !isTitle(column, at));
  const footColumns = columnsFor('foot');
  return (
    <>
      {selection && (
        <div className={classes.all}>
          {selection.all} <span aria-hidden>{t.common.list.selectAll}</span>
        </div>
      )}
      <ul className={classes.cards} aria-label={label} data-stale={isStale || undefined} data-density={density}>
        {rows.map((row) => (
          <li key={idOf(row)} className={classes.card}>
            <div className={classes.top}>
              {selection?.row(row)}
              <div className={classes.cardTitle}>{title.map((column) => part(column, row, true))}</div>
              {cornerColumns.length > 0 && (
                <div className={classes.corner}>{cornerColumns.map((column) => part(column, row))}</div>
              )}
            </div>
            {columnsFor('plain').map((column) => part(column, row))}
            <Pairs columns={pairs} row={row} />
            {footColumns.length > 0 && (
              <div className={classes.foot}>{footColumns.map((column) => part(column, row))}</div>
            )}
            {columnsFor('actions').map((column) => part(column, row))}
          </li>
        ))}
      </ul>
    </>
  );
}

function Pairs<Row>({ columns, row }: { columns: ReadonlyArray<Column<Row>>; row: Row }) {
  const filledColumns = columns
    .map((column) => ({ column, value: cellOf(column, row, { title: false, wraps: true }) }))
    .filter(({ value }) => value !== null && value !== undefined && value !== false && value !== '');
  if (filledColumns.length === 0) return null;
  return (
    <dl className={classes.pairs}>
      {filledColumns.map(({ column, value }) => (
        <div key={column.key}>
          <dt>{column.header}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function part<Row>(column: Column<Row>, row: Row, title = false): ReactNode {
  return <div key={column.key}>{cellOf(column, row, { title, wraps: true })}</div>;
}
