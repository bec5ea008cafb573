import { type Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, keysetList, type Connection, type KeysetQuestion, type PageArgs } from '@upstander/platform';
import { Money, money } from './money.js';

@ObjectType({
  description: 'Total of all matching items of a list in one currency, not just those on the page.',
})
export class ListSum {
  @Field(() => Int, { description: 'Number of items.' }) count!: number;
  @Field(() => Money, { description: 'Total amount.' }) amount!: Money;
}

/** Maximum rows to sum per request. With more matches, no partial sum is returned. */
export const maxSummed = 100_000;

export interface SummedConnection<Node> extends Connection<Node> {
  sums: ListSum[] | null;
}

/** Extends `ConnectionOf` with totals, for a list of amounts. */
export function SummedConnectionOf<Node>(node: Type<Node>, name: string): Type<SummedConnection<Node>> {
  @ObjectType({ isAbstract: true })
  class NodeConnection extends ConnectionOf(node, name) implements SummedConnection<Node> {
    @Field(() => [ListSum], {
      nullable: true,
      description: `Totals of all matching items, by currency; null if more than ${maxSummed.toLocaleString('en-US')} match.`,
    })
    sums!: ListSum[] | null;
  }
  return NodeConnection;
}

/** Totals read every matching row, so they are optional. */
export interface SummedPage extends PageArgs {
  sums?: boolean;
}

interface SummedQuestion extends KeysetQuestion {
  page: SummedPage;
  /** Minor units; null to exclude the row from the totals. */
  amount: string;
  currency: string;
}

/** Returns a page, its count and, if requested, its totals, in one statement. */
export async function summedList<Row extends object, Node extends object = Row>(
  db: Parameters<typeof keysetList>[0],
  { amount, currency, ...question }: SummedQuestion,
  nodeFrom?: (row: Row) => Node,
): Promise<SummedConnection<Node>> {
  const sums = (matching: string) =>
    `SELECT json_agg(json_build_object('rows', s.rows, 'count', s.count, 'minor', s.minor::text, 'currency', s.currency)
       ORDER BY s.currency)
     FROM (
       SELECT r.currency, count(*)::integer AS rows, count(r.minor)::integer AS count, sum(r.minor) AS minor
       FROM (SELECT ${currency} AS currency, ${amount} AS minor FROM ${matching} LIMIT ${maxSummed + 1}) r GROUP BY 1
     ) s`;
  const { beside, ...page } = await keysetList<Row, Node>(
    db,
    { ...question, beside: question.page.sums ? sums : undefined },
    nodeFrom,
  );
  const found = (beside ?? []) as SumRow[];
  return {
    ...page,
    sums: sumsFrom(found, ({ count, minor, currency }) => ({ count, amount: money(minor, currency) })),
  };
}

interface SumRow {
  /** All rows, including those without an amount. */
  rows: number;
  count: number;
  minor: string;
  currency: string;
}

/** Returns the totals by currency, or null if there were too many rows. */
export function sumsFrom<Of extends { rows: number; count: number }, Sum>(
  found: readonly Of[],
  sumFrom: (of: Of) => Sum,
): Sum[] | null {
  if (found.reduce((all, { rows }) => all + rows, 0) > maxSummed) return null;
  return found.filter(({ count }) => count > 0).map(sumFrom);
}
