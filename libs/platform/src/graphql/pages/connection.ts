import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { countCap } from './cursor.js';

@ObjectType({ description: 'Position of a page in its list (Relay cursor connections).' })
export class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => Boolean) hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true }) startCursor!: string | null;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

export interface Edge<Node> {
  cursor: string;
  node: Node;
}

export interface Connection<Node> {
  edges: Edge<Node>[];
  pageInfo: PageInfo;
  totalCount: number;
  totalIsCapped: boolean;
}

/** `class EventConnection extends ConnectionOf(Event, 'Event') {}`, marked `@ObjectType()` */
export function ConnectionOf<Node>(node: Type<Node>, name: string): Type<Connection<Node>> {
  @ObjectType(`${name}Edge`)
  class NodeEdge implements Edge<Node> {
    @Field(() => String) cursor!: string;
    @Field(() => node) node!: Node;
  }

  @ObjectType({ isAbstract: true })
  class NodeConnection implements Connection<Node> {
    @Field(() => [NodeEdge]) edges!: NodeEdge[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
    @Field(() => Int, { description: `Number of matching items, counted up to ${countCap}.` }) totalCount!: number;
    @Field(() => Boolean, { description: 'True if there are more matching items than were counted.' })
    totalIsCapped!: boolean;
  }
  return NodeConnection;
}

/**
 * Builds a page from its rows and one more, which indicates that there is a next page.
 * `total` is capped at one past `countCap`.
 */
export function connectionFrom<Node>(
  rows: readonly Node[],
  page: { size: number; after: boolean; total: number; cursor: (node: Node) => string },
): Connection<Node> {
  const edges = rows.slice(0, page.size).map((node) => new RowEdge(node, page.cursor));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > page.size,
      hasPreviousPage: page.after,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: Math.min(page.total, countCap),
    totalIsCapped: page.total > countCap,
  };
}

export function withNodes<Row, Node>(page: Connection<Row>, nodeOf: (row: Row) => Node): Connection<Node> {
  return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: nodeOf(node) })) };
}

/** An edge that builds its cursor on demand, because most queries don't request it. */
class RowEdge<Node> implements Edge<Node> {
  constructor(
    readonly node: Node,
    private readonly cursorOf: (node: Node) => string,
  ) {}

  get cursor(): string {
    return this.cursorOf(this.node);
  }
}
