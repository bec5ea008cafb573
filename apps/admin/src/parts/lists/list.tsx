import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DataTable, type Column } from './data-table';
import { Failure } from '../ui/failure';
import { Loading } from '../ui/loading';
import { Pager } from './pager';

/** A page of rows, as the API gives it. */
export interface Connection<Row> {
  edges: ReadonlyArray<{ node: Row }>;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
  totalIsCapped: boolean;
}

interface ListProps<Data, Row> {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch' | 'isPlaceholderData'>;
  /** Finds the page of rows in the answer. */
  of: (data: Data) => Connection<Row>;
  columns: ReadonlyArray<Column<Row>>;
  label: string;
  /** Said while it loads: “Loading the gifts…”. */
  what: string;
  empty: ReactNode;
}

/** A list from the API in each of its states: on its way, failed, empty, and rows with the way to the next page. */
export function List<Data, Row extends { id: string }>(props: ListProps<Data, Row>) {
  const { query, of, columns, label, what, empty } = props;
  const { data, error, refetch, isPlaceholderData } = query;
  if (!data) return error ? <Failure error={error} retry={() => void refetch()} /> : <Loading what={what} lines={6} />;
  const connection = of(data);
  const rows = connection.edges.map(({ node }) => node);
  if (rows.length === 0) return empty;
  return (
    <>
      <DataTable label={label} rows={rows} columns={columns} idOf={({ id }) => id} stale={isPlaceholderData} />
      <Pager {...connection} />
    </>
  );
}
