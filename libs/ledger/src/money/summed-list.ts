import { type Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, keysetList, type Connection, type KeysetQuestion } from '@upstander/platform';
import { Money, money } from './money.js';

@ObjectType({
  description: 'What the rows of a list come to in one currency: all that match, not only those of a page.',
})
export class ListSum {
  @Field(() => Int, { description: 'How many rows are in it.' }) count!: number;
  @Field(() => Money, { description: 'What they come to.' }) amount!: Money;
}

/** A request adds up no more rows than this; where more match, nobody is told a sum of some of them. */
export const mostSummed = 100_000;

export interface SummedConnection<Node> extends Connection<Node> {
  sums: ListSum[] | null;
}

/** As `ConnectionOf`, for a list whose rows are amounts. */
export function SummedConnectionOf<Node>(node: Type<Node>, name: string): Type<SummedConnection<Node>> {
  @ObjectType({ isAbstract: true })
  class NodeConnection extends ConnectionOf(node, name) implements SummedConnection<Node> {
    @Field(() => [ListSum], {
      nullable: true,
      description: `What all that match come to, by currency; null where more than ${mostSummed.toLocaleString('en-US')} match.`,
    })
    sums!: ListSum[] | null;
  }
  return NodeConnection;
}

/** Which page, and whether somebody asks what all pages come to: that reads every row that matches. */
export interface SummedPage {
  first?: number | null;
  after?: string | null;
  sums?: boolean;
}

interface SummedQuestion extends KeysetQuestion {
  page: SummedPage;
  /** Of a row, in minor units; a row for which it is null is in no sum. */
  amount: string;
  currency: string;
}

/** A page of a list, its count and, when it is asked for, what all of it comes to: one statement. */
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
       FROM (SELECT ${currency} AS currency, ${amount} AS minor FROM ${matching} LIMIT ${mostSummed + 1}) r GROUP BY 1
     ) s`;
  const { beside, ...page } = await keysetList<Row, Node>(
    db,
    { ...question, beside: question.page.sums ? sums : undefined },
    nodeFrom,
  );
  const found = (beside ?? []) as Found[];
  return {
    ...page,
    sums: sumsFrom(found, ({ count, minor, currency }) => ({ count, amount: money(minor, currency) })),
  };
}

interface Found {
  /** All of them, also those without an amount. */
  rows: number;
  count: number;
  minor: string;
  currency: string;
}

/** The sums of each currency, or null where the rows were more than one adds up. */
export function sumsFrom<Of extends { rows: number; count: number }, Sum>(
  found: readonly Of[],
  sumFrom: (of: Of) => Sum,
): Sum[] | null {
  if (found.reduce((all, { rows }) => all + rows, 0) > mostSummed) return null;
  return found.filter(({ count }) => count > 0).map(sumFrom);
}
