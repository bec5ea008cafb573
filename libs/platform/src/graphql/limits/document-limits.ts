import {
  getNamedType,
  GraphQLError,
  isCompositeType,
  isListType,
  isNonNullType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** Far above what our own pages need. */
export const documentLimits = {
  /** Checked by the parser before anything else. */
  tokens: 2_000,
  depth: 12,
  /** Prevents one request from trying a thousand sign-ins. */
  aliases: 20,
  rootFields: 20,
  /** Number of returned objects, counting lists by their `first`. */
  cost: 4_500,
  errors: 10,
} as const;

const unknownListLength = 10;
const largestPage = 100;

interface QueryWeight {
  depth: number;
  aliases: number;
  cost: number;
}

const limitError = (problem: string, limit: number, node: OperationDefinitionNode) =>
  new GraphQLError(`This request asks for too much: ${problem} (at most ${limit}).`, {
    nodes: [node],
    extensions: { code: 'REQUEST_TOO_LARGE' },
  });

/** Rejects a document over a limit with 400 before anything runs. */
export function limitsRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const weight = new QueryWeigher(context).operation(operation);
      const { depth, aliases, cost, rootFields } = documentLimits;
      if (weight.depth > depth) context.reportError(limitError('its fields nest too deep', depth, operation));
      if (weight.aliases > aliases) context.reportError(limitError('too many aliases', aliases, operation));
      if (weight.cost > cost) context.reportError(limitError('too many objects', cost, operation));
      if (weight.roots > rootFields)
        context.reportError(limitError('too many fields at its root', rootFields, operation));
    },
  };
}

/** Weighs an operation. Each fragment is weighed once, so nested fragments are cheap. */
class QueryWeigher {
  private readonly lengths = new Map<FieldNode, number>();
  private readonly weighed = new Map<FieldNode, QueryWeight & { roots: number }>();
  private readonly known = new Map<string, QueryWeight & { roots: number }>();
  private readonly open = new Set<string>();

  constructor(private readonly context: ValidationContext) {
    const types = new TypeInfo(context.getSchema());
    visit(
      context.getDocument(),
      visitWithTypeInfo(types, {
        Field: (field) => {
          const type = types.getType();
          if (!type || !isCompositeType(getNamedType(type))) return;
          const list = isListType(isNonNullType(type) ? type.ofType : type);
          this.lengths.set(field, list ? unknownListLength : (requestedCount(field) ?? 1));
        },
      }),
    );
  }

  operation(operation: OperationDefinitionNode): QueryWeight & { roots: number } {
    return this.selections(operation.selectionSet);
  }

  private selections(set: SelectionSetNode): QueryWeight & { roots: number } {
    const sum = { depth: 0, aliases: 0, cost: 0, roots: 0 };
    for (const selection of set.selections) {
      const weight =
        selection.kind === Kind.FIELD
          ? this.field(selection)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? this.selections(selection.selectionSet)
            : this.fragment(selection.name.value);
      sum.depth = Math.max(sum.depth, weight.depth);
      sum.aliases += weight.aliases;
      sum.cost += weight.cost;
      sum.roots += weight.roots;
    }
    return sum;
  }

  private field(field: FieldNode): QueryWeight & { roots: number } {
    let weight = this.weighed.get(field);
    if (!weight) this.weighed.set(field, (weight = this.weigh(field)));
    return weight;
  }

  private weigh(field: FieldNode): QueryWeight & { roots: number } {
    const below = field.selectionSet ? this.selections(field.selectionSet) : { depth: 0, aliases: 0, cost: 0 };
    const aliases = (field.alias ? 1 : 0) + below.aliases;
    // Introspection queries unwrap `[Name!]!` with up to nine nested `ofType` fields. They count as one level.
    if (field.name.value === 'ofType') return { ...below, aliases, roots: 1 };
    // `first` of a connection already counts its nodes. Its `edges` are the same nodes.
    const length = field.name.value === 'edges' ? 1 : (this.lengths.get(field) ?? 0);
    // Fields beside the edges, for example a total, occur once regardless of the page size.
    const once = length > 1 ? this.weighOutsideEdges(field) : 0;
    return {
      depth: 1 + below.depth,
      aliases,
      cost: length * (1 + below.cost - once) + once,
      roots: 1,
    };
  }

  private weighOutsideEdges({ selectionSet }: FieldNode): number {
    const fields = selectionSet?.selections.filter((one): one is FieldNode => one.kind === Kind.FIELD) ?? [];
    if (!fields.some(({ name }) => name.value === 'edges')) return 0;
    return fields.filter(({ name }) => name.value !== 'edges').reduce((sum, one) => sum + this.field(one).cost, 0);
  }

  private fragment(name: string): QueryWeight & { roots: number } {
    const nothing = { depth: 0, aliases: 0, cost: 0, roots: 0 };
    const known = this.known.get(name);
    if (known) return known;
    const fragment: FragmentDefinitionNode | null | undefined = this.context.getFragment(name);
    // Another rule rejects recursive fragments. This only prevents an endless loop.
    if (!fragment || this.open.has(name)) return nothing;
    this.open.add(name);
    const weight = this.selections(fragment.selectionSet);
    this.open.delete(name);
    this.known.set(name, weight);
    return weight;
  }
}

/** A full page for a variable, null if the field has no `first` argument. */
function requestedCount(field: FieldNode): number | null {
  const first = field.arguments?.find((argument) => argument.name.value === 'first');
  if (!first) return null;
  return first.value.kind === Kind.INT ? Math.min(Math.max(Number(first.value.value), 1), largestPage) : largestPage;
}
