import type { MoneyValue } from '@upstander/web-kit';

/** A page of rows, as the API gives it. */
export interface Connection<Row> {
  edges: ReadonlyArray<{ node: Row }>;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
  totalIsCapped: boolean;
  /** What all its pages come to, by currency, where its rows are amounts. */
  sums?: ReadonlyArray<{ amount: MoneyValue }> | null;
}

/** A row of what a query answers under a name, such as `gifts`, or `manageCampaign.pages`. */
export type RowOf<Data, Path> = Path extends `${infer Name}.${infer Rest}`
  ? RowOf<NonNullable<Data[Name & keyof Data]>, Rest>
  : Data[Path & keyof Data] extends Connection<infer Row> | readonly (infer Row)[]
    ? Row
    : never;

type Found<Row> = Connection<Row> | readonly Row[] | null | undefined;

/** What a query has answered under a name. */
export function foundAt<Row>(data: unknown, path: string): Found<Row> {
  return path
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], data) as Found<Row>;
}

export function rowsOf<Row>(found: Found<Row> | Pick<Connection<Row>, 'edges'>): readonly Row[] {
  if (!found) return [];
  return 'edges' in found ? found.edges.map(({ node }) => node) : found;
}

/** What a row is known by: every row of the API has an id. */
export function idOf(row: unknown): string {
  return (row as { id: string }).id;
}
