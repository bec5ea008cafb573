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

export interface SummedConnection<Node> extends Connection<Node> {
  sums: ListSum[];
}

/** As `ConnectionOf`, for a list whose rows are amounts. */
export function SummedConnectionOf<Node>(node: Type<Node>, name: string): Type<SummedConnection<Node>> {
  @ObjectType({ isAbstract: true })
  class NodeConnection extends ConnectionOf(node, name) implements SummedConnection<Node> {
    @Field(() => [ListSum], { description: 'What all that match come to, by currency.' }) sums!: ListSum[];
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
    `SELECT json_agg(json_build_object('count', s.count, 'minor', s.minor::text, 'currency', s.currency) ORDER BY s.currency)
     FROM (
       SELECT ${currency} AS currency, count(${amount})::integer AS count, sum(${amount}) AS minor
       FROM ${matching} GROUP BY 1 HAVING count(${amount}) > 0
     ) s`;
  const { beside, ...page } = await keysetList<Row, Node>(
    db,
    { ...question, beside: question.page.sums ? sums : undefined },
    nodeFrom,
  );
  const found = (beside ?? []) as Array<{ count: number; minor: string; currency: string }>;
  return { ...page, sums: found.map((sum) => ({ count: sum.count, amount: money(sum.minor, sum.currency) })) };
}
