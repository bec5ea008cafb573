import { Button } from '@mantine/core';
import type { TadaDocumentNode } from '@upstander/api-client';
import type { AdminCatalogue, MoneyValue } from '@upstander/web-kit';
import type { ReactNode } from 'react';
import { useRead } from '../../api/use-api';
import { useWords } from '../../words/words';
import { Empty } from '../ui/empty';
import { Failure } from '../ui/failure';
import { SearchIcon } from '../ui/icons';
import { Loading } from '../ui/loading';
import cells from './cells.module.css';
import type { Column } from './column';
import { foundAt, idOf, rowsOf, type RowOf } from './connection';
import { DataTable, useNarrow } from './data-table';
import { FilterBar, type Filter } from './filter-bar';
import { useBulk, type Bulk } from './list-bulk';
import { useListFile } from './list-file';
import { ListOptions, useHiddenColumns } from './list-options';
import type { SearchState } from './list-state';
import { Only } from './only';
import { Pager } from './pager';
import { Sums, totalsOf } from './sums';
import { Views, type ViewsProps } from './views';

type Files = AdminCatalogue<'staffActions'>['admin']['staffActions']['files'];
/** A list that can leave as a file has its words among the staff actions, which say so; sealed ones leave as nothing. */
type ListName = Exclude<keyof Files, `/${string}`> | 'applications' | 'consultations' | 'trail';

export interface ListProps<Data, Variables, Path extends string, Row = RowOf<Data, Path>> {
  /** What its file is called, and what is kept on this device of how it is looked at. */
  name: ListName;
  document: TadaDocumentNode<Data, Variables>;
  /** The question for what the address says; which page of it is asked for here. */
  variables: Omit<Variables, 'first' | 'after'>;
  /** How many rows a page has; a list without pages has none. */
  first?: number;
  /** Under which name the answer has the rows; or under which names, one after the other. */
  of: Path | readonly Path[];
  columns: ReadonlyArray<Column<Row> | false>;
  /** What can be done with a row, at its end. */
  rowActions?: (row: Row) => ReactNode;
  state: SearchState;
  label: string;
  /** Said while it loads: “Loading the gifts…”. */
  what: string;
  /** Its views, and the filters that end where another view is chosen. */
  views?: Omit<ViewsProps, 'onChoose'> & { ends?: readonly string[] };
  search?: { label: string; hint: string; name?: string };
  filters?: ReadonlyArray<Filter | false>;
  /** What a link has narrowed it to, by its name in the address, and what the way back is called. */
  only?: ReadonlyArray<{ name: string; said: string | ((data: Data | undefined) => string); end?: string }>;
  /** The order that is on, by the API's word, where columns can change it. */
  sort?: string;
  /** What to say where there is nothing, and where nothing fits. */
  none: { title: string; text?: string; icon?: ReactNode; children?: ReactNode };
  noneFound?: { noneFoundTitle: string; noneFoundText: string };
  /** What the rows come to, where their answer does not say it. */
  sums?: ReactNode;
  /** How it is said, where that is not “In all”. */
  saySum?: (named: { amount: string }) => string;
  /** The amount of a row, where all rows are here and the answer has no sums. */
  adds?: (row: Row) => MoneyValue | null;
  /** False for what must not leave as a file; or the address of one that the server writes. */
  csv?: false | string;
  bulk?: Bulk<Row>;
  /** Sealed answers are forgotten as soon as nobody looks at them. */
  sealed?: boolean;
}

/** A list from the API in each of its states: on its way, failed, empty, and rows with the way to the next page. */
export function List<Data, Variables, Path extends string>(props: ListProps<Data, Variables, Path>) {
  type Row = RowOf<Data, Path>;
  const { name, document, variables, first, of, state, label, what, views, search, only = [] } = props;
  const { sort, none, noneFound, sums, saySum, adds, csv, bulk, rowActions, sealed = false } = props;
  const { t } = useWords();
  const narrow = useNarrow();
  const [hidden, hide] = useHiddenColumns(name);
  const all = props.columns.filter((column) => column !== false);
  if (rowActions) {
    const actions = {
      key: 'actions',
      header: t.common.actions,
      hiddenHeader: true,
      align: 'end',
      onCard: 'foot',
    } as const;
    all.push({ ...actions, cell: (row) => <span className={cells.actions}>{rowActions(row)}</span> });
  }
  const columns = all.filter(({ key, hiddenHeader }, at) => at === 0 || hiddenHeader || !hidden.includes(key));
  const filters = (props.filters ?? []).filter((filter) => filter !== false);

  const pageOf = (size: number | undefined, after: string | null) =>
    ({ ...variables, ...(size && { first: size, after }) }) as unknown as Variables;
  const asked = pageOf(first, state.get('after') || null);
  const { data, error, refetch, isPlaceholderData } = useRead(document, asked, sealed ? { gcTime: 0 } : {});
  const paths = typeof of === 'string' ? [of] : of;
  const found = paths.map((path) => foundAt<Row>(data, path));
  const rows = found.flatMap((each) => rowsOf(each));
  const [page] = found;
  const told = summed(page);
  const here = adds ? totalsOf(rows.map(adds).filter((amount) => amount !== null)) : [];
  const amounts = told === undefined ? here : told;
  const file = useListFile({ name, label, document, pageOf: (after) => pageOf(first && 100, after), paths, columns });
  const total = page && 'totalCount' in page && !page.totalIsCapped ? page.totalCount : null;
  const { mark, bar } = useBulk(rows, bulk, { key: JSON.stringify(variables), total });

  const narrowing = [...(search ? [search.name ?? 'text'] : []), ...[...filters, ...only].map((each) => each.name)];
  // Cards have no headings to order them by.
  const orders = narrow && sort !== undefined ? all.flatMap((each) => [each.sort?.down, each.sort?.up]) : [];
  const order = {
    name: 'sort',
    label: t.common.list.order,
    names: orders.filter((one) => one !== undefined),
    value: sort,
    any: false as const,
  };

  return (
    <>
      <FilterBar
        label={label}
        views={
          views && (
            <Views
              {...views}
              onChoose={(view) =>
                state.set({ view, ...Object.fromEntries(['sort', ...(views.ends ?? [])].map((each) => [each, ''])) })
              }
            />
          )
        }
        state={state}
        search={search}
        filters={order.names.length > 1 ? [...filters, order] : filters}
      >
        {(rows.length > 0 || state.narrowed(narrowing)) && (
          <ListOptions
            name={sealed ? undefined : name}
            label={label}
            columns={all}
            hidden={hidden}
            onHide={hide}
            csv={csv === false || sealed ? undefined : (csv ?? file.start)}
          />
        )}
      </FilterBar>
      {only
        .filter((each) => state.get(each.name) !== '')
        .map(({ name: one, said, end }) => (
          <Only
            key={one}
            said={typeof said === 'string' ? said : said(data)}
            words={end}
            end={() => state.set({ [one]: '' })}
          />
        ))}
      {sums ?? <Sums amounts={amounts} say={saySum} />}
      {file.progress}
      {bar}
      {!data && (error ? <Failure error={error} retry={() => void refetch()} /> : <Loading what={what} lines={6} />)}
      {data &&
        rows.length === 0 &&
        (noneFound && state.narrowed(narrowing) ? (
          <Empty title={noneFound.noneFoundTitle} text={noneFound.noneFoundText} icon={<SearchIcon size={26} />}>
            <Button variant="default" onClick={() => state.clear(narrowing)}>
              {t.common.clearFilters}
            </Button>
          </Empty>
        ) : (
          <Empty {...none} />
        ))}
      {rows.length > 0 && (
        <DataTable
          label={label}
          rows={rows}
          columns={columns}
          idOf={idOf}
          stale={isPlaceholderData}
          mark={mark}
          sort={sort === undefined ? undefined : { value: sort, choose: (value) => state.set({ sort: value }) }}
        />
      )}
      {page && 'edges' in page && rows.length > 0 && <Pager {...page} />}
      {file.drawn}
    </>
  );
}

/** Nothing where the answer has no sums, null where they are of too many rows. */
function summed(page: unknown): readonly MoneyValue[] | null | undefined {
  const sums = (page as { sums?: ReadonlyArray<{ amount: MoneyValue }> | null } | undefined)?.sums;
  return sums && sums.map(({ amount }) => amount);
}
