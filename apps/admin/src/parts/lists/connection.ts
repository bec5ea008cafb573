import type { MoneyValue } from '@upstander/web-kit';

export interface Connection<Row> {
  edges: ReadonlyArray<{ node: Row }>;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
  totalIsCapped: boolean;
  /** Totals of all pages by currency, for lists of amounts. */
  sums?: ReadonlyArray<{ amount: MoneyValue }> | null;
}

/** Path of the rows, for example `gifts` or `manageCampaign.pages`. */
export type RowOf<Data, Path> = Path extends `${infer Name}.${infer Rest}`
  ? RowOf<NonNullable<Data[Name & keyof Data]>, Rest>
  : Data[Path & keyof Data] extends Connection<infer Row> | readonly (infer Row)[]
    ? Row
    : never;

type Rows<Row> = Connection<Row> | readonly Row[] | null | undefined;

export function listAt<Row>(data: unknown, path: string): Rows<Row> {
  return path
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], data) as Rows<Row>;
}

export function rowsOf<Row>(found: Rows<Row> | Pick<Connection<Row>, 'edges'>): readonly Row[] {
  if (!found) return [];
  return 'edges' in found ? found.edges.map(({ node }) => node) : found;
}

export function idOf(row: unknown): string {
  return (row as { id: string }).id;
}
