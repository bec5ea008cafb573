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

/** What one document may ask for. Each limit is far above what our own pages need. */
export const documentLimits = {
  /** Tokens the parser reads before it stops (spent before anything else is). */
  tokens: 2_000,
  /** How deep fields may nest. */
  depth: 12,
  /** How many fields may be renamed: a thousand sign-ins must not fit in one request. */
  aliases: 20,
  /** How many fields an operation may have at its root. */
  rootFields: 20,
  /** How many objects may come back at the most, lists counted by their `first`; what the schema tells of itself too. */
  cost: 4_500,
  /** How many mistakes of one document are told. */
  errors: 10,
} as const;

const unknownListLength = 10;
const largestPage = 100;

interface Weight {
  depth: number;
  aliases: number;
  cost: number;
}

const tooMuch = (what: string, most: number, node: OperationDefinitionNode) =>
  new GraphQLError(`This request asks for too much: ${what} (at most ${most}).`, {
    nodes: [node],
    extensions: { code: 'REQUEST_TOO_LARGE' },
  });

/** A validation rule, so that a document over a limit is a plain 400 before anything runs. */
export function limitsRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const weight = new Weigher(context).operation(operation);
      const { depth, aliases, cost, rootFields } = documentLimits;
      if (weight.depth > depth) context.reportError(tooMuch('its fields nest too deep', depth, operation));
      if (weight.aliases > aliases) context.reportError(tooMuch('too many aliases', aliases, operation));
      if (weight.cost > cost) context.reportError(tooMuch('too many objects', cost, operation));
      if (weight.roots > rootFields) context.reportError(tooMuch('too many fields at its root', rootFields, operation));
    },
  };
}

/** Adds up an operation; every fragment is weighed once, so that fragments within fragments cost us nothing. */
class Weigher {
  private readonly lengths = new Map<FieldNode, number>();
  private readonly weighed = new Map<FieldNode, Weight & { roots: number }>();
  private readonly known = new Map<string, Weight & { roots: number }>();
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
          this.lengths.set(field, list ? unknownListLength : (askedFor(field) ?? 1));
        },
      }),
    );
  }

  operation(operation: OperationDefinitionNode): Weight & { roots: number } {
    return this.selections(operation.selectionSet);
  }

  private selections(set: SelectionSetNode): Weight & { roots: number } {
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

  private field(field: FieldNode): Weight & { roots: number } {
    let weight = this.weighed.get(field);
    if (!weight) this.weighed.set(field, (weight = this.weigh(field)));
    return weight;
  }

  private weigh(field: FieldNode): Weight & { roots: number } {
    const below = field.selectionSet ? this.selections(field.selectionSet) : { depth: 0, aliases: 0, cost: 0 };
    const aliases = (field.alias ? 1 : 0) + below.aliases;
    // Introspection unwraps `[Name!]!` by asking for `ofType` up to nine times: that is one type, however deep it is written.
    if (field.name.value === 'ofType') return { ...below, aliases, roots: 1 };
    // A connection's `first` counts its nodes once; its `edges` list is the same nodes.
    const length = field.name.value === 'edges' ? 1 : (this.lengths.get(field) ?? 0);
    // What stands beside them, such as a sum of the whole list, comes once, however long the page is.
    const once = length > 1 ? this.besideEdges(field) : 0;
    return {
      depth: 1 + below.depth,
      aliases,
      cost: length * (1 + below.cost - once) + once,
      roots: 1,
    };
  }

  private besideEdges({ selectionSet }: FieldNode): number {
    const fields = selectionSet?.selections.filter((one): one is FieldNode => one.kind === Kind.FIELD) ?? [];
    if (!fields.some(({ name }) => name.value === 'edges')) return 0;
    return fields.filter(({ name }) => name.value !== 'edges').reduce((sum, one) => sum + this.field(one).cost, 0);
  }

  private fragment(name: string): Weight & { roots: number } {
    const nothing = { depth: 0, aliases: 0, cost: 0, roots: 0 };
    const known = this.known.get(name);
    if (known) return known;
    const fragment: FragmentDefinitionNode | null | undefined = this.context.getFragment(name);
    // A fragment within itself is refused by another rule; here it only must not loop.
    if (!fragment || this.open.has(name)) return nothing;
    this.open.add(name);
    const weight = this.selections(fragment.selectionSet);
    this.open.delete(name);
    this.known.set(name, weight);
    return weight;
  }
}

/** How many rows a field asks for: its `first`, a full page when that is a variable, null when it does not page. */
function askedFor(field: FieldNode): number | null {
  const first = field.arguments?.find((argument) => argument.name.value === 'first');
  if (!first) return null;
  return first.value.kind === Kind.INT ? Math.min(Math.max(Number(first.value.value), 1), largestPage) : largestPage;
}
