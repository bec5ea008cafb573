import { Button } from '@mantine/core';
import type { TadaDocumentNode } from '@upstander/api-client';
import type { AdminCatalog, MoneyValue } from '@upstander/web-kit';
import type { ReactNode } from 'react';
import { useRead } from '../../api/use-api';
import { useWords } from '../../words/words';
import { Empty } from '../ui/empty';
import { SearchIcon } from '../ui/icons';
import { Pending } from '../ui/pending';
import { usePageAccess } from '../ui/page-access';
import cells from './cells.module.css';
import type { Column } from './column';
import { listAt, idOf, rowsOf, type RowOf } from './connection';
import { DataTable, useIsNarrow } from './data-table';
import { FilterBar, type Filter } from './filter-bar';
import { useBulk, type Bulk } from './list-bulk';
import { useListFile } from './list-file';
import { ListOptions, useHiddenColumns } from './list-options';
import { useSearchState } from './list-state';
import { RestrictionNotice } from './restriction-notice';
import { Pager } from './pager';
import { Sums, totalsOf } from './sums';
import { Views, type ViewsProps } from './views';

type Files = AdminCatalog<'staffActions'>['admin']['staffActions']['files'];
/** Lists with an export have a label in the staff action log. Sealed lists have no export. */
type ListName = Exclude<keyof Files, `/${string}`> | 'applications' | 'consultations' | 'trail';

interface ListLabels {
  /** Accessible name of the list. */
  list: string;
  /** Noun in the loading text, for example "the gifts" in "Loading the gifts…". */
  what: string;
  /** Shown if no row matches the filters. By default, the empty state. */
  noneFoundTitle?: string | undefined;
  noneFoundText?: string;
}

export interface ListProps<Data, Variables, Path extends string, Row = RowOf<Data, Path>> {
  /** Name of the list in exports and on this device. */
  name: ListName;
  document: TadaDocumentNode<Data, Variables>;
  variables: Omit<Variables, 'first' | 'after'>;
  /** Page size. Omit for lists without paging. */
  first?: number;
  /** Path of the rows in the result. The rows of several paths are concatenated. */
  path: Path | readonly Path[];
  columns: ReadonlyArray<Column<Row> | false>;
  /** Rows shown for one result, for example the lines of a transaction. */
  toRows?: (row: Row) => readonly Row[];
  rowActions?: (row: Row) => ReactNode;
  /** Actions for users who can only view the page. */
  viewerActions?: (row: Row) => ReactNode;
  labels: ListLabels;
  /** Views, and the filters they reset. */
  views?: Omit<ViewsProps, 'onChange'> & { resets?: readonly string[] };
  search?: { label: string; hint: string; name?: string };
  filters?: ReadonlyArray<Filter | false>;
  /** URL parameters that restrict the list to one record or person, with the label to remove them. */
  restrictedTo?: ReadonlyArray<{
    name: string;
    label: string | ((data: Data | undefined) => string);
    clearLabel?: string;
  }>;
  /** Current sort value of the API, if columns are sortable. */
  sort?: string;
  emptyState: { title: string; text?: string; icon?: ReactNode; children?: ReactNode };
  sums?: ReactNode;
  sumLabel?: (named: { amount: string }) => string;
  /** Amount of a row, to compute totals if all rows are loaded and the query returns none. */
  amountOf?: (row: Row) => MoneyValue | null;
  /** False disables the export. A string is the URL of an export by the server. */
  csv?: false | string;
  bulk?: Bulk<Row>;
  /** Removes results from the cache as soon as no component uses them. */
  sealed?: boolean;
}

export function List<Data, Variables, Path extends string>(props: ListProps<Data, Variables, Path>) {
  type Row = RowOf<Data, Path>;
  const { name, document, variables, first, path, labels, views, search, restrictedTo = [] } = props;
  const { list: label, what: noun, noneFoundTitle, noneFoundText } = labels;
  const { sort, emptyState, sums, sumLabel, amountOf, csv, toRows, sealed = false } = props;
  const state = useSearchState();
  const { mayChange } = usePageAccess();
  const rowActions = mayChange ? props.rowActions : props.viewerActions;
  const bulk = mayChange ? props.bulk : undefined;
  const { t } = useWords();
  const isNarrow = useIsNarrow();
  const [hiddenColumns, setHiddenColumns] = useHiddenColumns(name);
  const allColumns = props.columns.filter((column) => column !== false);
  if (rowActions) {
    const actions = {
      key: 'actions',
      header: t.common.actions,
      hiddenHeader: true,
      align: 'end',
      mobile: 'actions',
    } as const;
    allColumns.push({ ...actions, render: (row) => <span className={cells.actions}>{rowActions(row)}</span> });
  }
  const columns = allColumns.filter(
    ({ key, hiddenHeader }, at) => at === 0 || hiddenHeader || !hiddenColumns.includes(key),
  );
  const filters = (props.filters ?? []).filter((filter) => filter !== false);

  const pageOf = (size: number | undefined, after: string | null) =>
    ({ ...variables, ...(size && { first: size, after }) }) as unknown as Variables;
  const pageVariables = pageOf(first, state.get('after') || null);
  const { data, error, refetch, isPlaceholderData } = useRead(document, pageVariables, sealed ? { gcTime: 0 } : {});
  const paths = typeof path === 'string' ? [path] : path;
  const lists = paths.map((item) => listAt<Row>(data, item));
  const results = lists.flatMap((list) => rowsOf(list));
  const rows = toRows ? results.flatMap(toRows) : results;
  const [page] = lists;
  const queriedTotals = readTotals(page);
  const computedTotals = amountOf ? totalsOf(rows.map(amountOf).filter((amount) => amount !== null)) : [];
  const amounts = queriedTotals === undefined ? computedTotals : queriedTotals;
  const file = useListFile({ name, label, document, pageOf: (after) => pageOf(first && 100, after), paths, columns });
  const total = page && 'totalCount' in page && !page.totalIsCapped ? page.totalCount : null;
  const { mark, bar } = useBulk(rows, bulk, { key: JSON.stringify(variables), total });

  const filterNames = [
    ...(search ? [search.name ?? 'text'] : []),
    ...[...filters, ...restrictedTo].map((item) => item.name),
  ];
  const sortOrders =
    isNarrow && sort !== undefined ? allColumns.flatMap((item) => [item.sort?.descending, item.sort?.ascending]) : [];
  const orderFilter = {
    name: 'sort',
    label: t.common.list.order,
    options: sortOrders.filter((order) => order !== undefined),
    value: sort,
    emptyOption: false as const,
  };

  return (
    <>
      <FilterBar
        label={label}
        views={
          views && (
            <Views
              {...views}
              onChange={(view) =>
                state.set({ view, ...Object.fromEntries(['sort', ...(views.resets ?? [])].map((item) => [item, ''])) })
              }
            />
          )
        }
        state={state}
        search={search}
        filters={orderFilter.options.length > 1 ? [...filters, orderFilter] : filters}
      >
        {(rows.length > 0 || state.isFiltered(filterNames)) && (
          <ListOptions
            name={sealed ? undefined : name}
            label={label}
            columns={allColumns}
            hiddenKeys={hiddenColumns}
            onHide={setHiddenColumns}
            csv={csv === false || sealed ? undefined : (csv ?? file.startExport)}
          />
        )}
      </FilterBar>
      {restrictedTo
        .filter((item) => state.get(item.name) !== '')
        .map(({ name: filterName, label, clearLabel }) => (
          <RestrictionNotice
            key={filterName}
            label={typeof label === 'string' ? label : label(data)}
            clearLabel={clearLabel}
            onClear={() => state.set({ [filterName]: '' })}
          />
        ))}
      {sums ?? <Sums amounts={amounts} label={sumLabel} />}
      {file.progress}
      {bar}
      {!data && <Pending error={error} retry={refetch} noun={noun} lines={6} />}
      {data &&
        rows.length === 0 &&
        (noneFoundTitle && state.isFiltered(filterNames) ? (
          <Empty title={noneFoundTitle} text={noneFoundText} icon={<SearchIcon size={26} />}>
            <Button variant="default" onClick={() => state.clear(filterNames)}>
              {t.common.clearFilters}
            </Button>
          </Empty>
        ) : (
          <Empty {...emptyState} />
        ))}
      {rows.length > 0 && (
        <DataTable
          label={label}
          rows={rows}
          columns={columns}
          idOf={idOf}
          isStale={isPlaceholderData}
          selection={mark}
          sort={sort === undefined ? undefined : { value: sort, onChange: (value) => state.set({ sort: value }) }}
        />
      )}
      {page && 'edges' in page && rows.length > 0 && <Pager {...page} />}
      {file.hiddenTable}
    </>
  );
}

/** Returns the totals of a page: undefined if the query has none, null if there are too many rows. */
function readTotals(page: unknown): readonly MoneyValue[] | null | undefined {
  const sums = (page as { sums?: ReadonlyArray<{ amount: MoneyValue }> | null } | undefined)?.sums;
  return sums && sums.map(({ amount }) => amount);
}
