import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';

const deepest = 6;

/**
 * Returns a selection of all fields of a type down to scalars. Omits fields with arguments and third-level lists, which
 * exceed the limit of a document; other operations select those directly.
 */
export function wholeSelection(type: GraphQLOutputType, depth = deepest, lists = 0): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (depth === 0 || !(isObjectType(named) || isInterfaceType(named))) return '{ __typename }';
  const fields = Object.values(named.getFields()).flatMap((field) => {
    if (field.args.some(({ type: needed }) => isNonNullType(needed))) return [];
    const within = lists + (isListType(getNullableType(field.type)) && !isLeafType(getNamedType(field.type)) ? 1 : 0);
    if (within > 2) return [];
    const inner = wholeSelection(field.type, depth - 1, within);
    return isLeafType(getNamedType(field.type)) || inner !== '' ? [`${field.name} ${inner}`] : [];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

const scalars: Record<string, unknown> = {
  Boolean: true,
  DateTime: '2027-01-01T12:00:00Z',
  EmailAddress: 'nobody@example.org',
  Float: 1,
  Int: 1,
  LocalDate: '2027-01-01',
  LocalDateTime: '2027-01-01T09:00',
  MinorUnits: 1000,
  PhoneNumber: '+13105550123',
  TimeZone: 'America/Los_Angeles',
};

/**
 * Returns a value of this type with `id` for every ID and `text` for every text. Omits deeply nested optional fields.
 */
export function someValue(type: GraphQLInputType, given: { id: string; text: string }, depth = 4): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable))
    return depth === 0 ? [] : [someValue(nullable.ofType as GraphQLInputType, given, depth - 1)];
  if (isEnumType(nullable)) return nullable.getValues()[0]!.name;
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields()).filter((field) => depth > 0 || isNonNullType(field.type));
    return Object.fromEntries(fields.map((field) => [field.name, someValue(field.type, given, depth - 1)]));
  }
  const { name } = getNamedType(nullable);
  if (name === 'ID') return given.id;
  return name === 'String' ? given.text : scalars[name];
}

export type AnyField = GraphQLField<unknown, unknown>;

/** True if any argument at any depth is an ID. */
export function takesId(field: AnyField): boolean {
  const has = (type: GraphQLInputType, seen: ReadonlySet<string>): boolean => {
    const named = getNamedType(type);
    if (named.name === 'ID') return true;
    if (!isInputObjectType(named) || seen.has(named.name)) return false;
    return Object.values(named.getFields()).some((inner) => has(inner.type, new Set([...seen, named.name])));
  };
  return field.args.some(({ type }) => has(type, new Set()));
}

/** Returns an operation that selects its whole answer. Cached, because it's slow to build and used often. */
function wholeQuery(kind: 'query' | 'mutation', field: AnyField): string {
  const made = wholeQueries.get(field);
  if (made !== undefined) return made;
  const args = argumentsOf(field);
  const defined = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const page = field.args.some(({ name }) => name === 'first') ? 'first: 5' : '';
  const all = [passed, page].filter(Boolean).join(', ');
  const selection = wholeSelection(field.type, deepest, isListType(getNullableType(field.type)) ? 1 : 0);
  const query = `${kind}${defined && ` (${defined})`} { ${field.name}${all && `(${all})`} ${selection} }`;
  wholeQueries.set(field, query);
  return query;
}
const wholeQueries = new WeakMap<AnyField, string>();

const argumentsOf = (field: AnyField) => field.args.filter(({ name }) => name !== 'after' && name !== 'first');

/** Returns the whole operation with one ID and one text in all arguments. */
export function wholeOperation(
  kind: 'query' | 'mutation',
  field: AnyField,
  given: { id: string; text: string },
): { query: string; variables: Record<string, unknown> } {
  const args = argumentsOf(field);
  const variables = Object.fromEntries(args.map(({ name, type }) => [name, someValue(type, given)]));
  if ('filter' in variables && !args.some(({ name, type }) => name === 'filter' && isNonNullType(type))) {
    variables['filter'] = null;
  }
  return { query: wholeQuery(kind, field), variables };
}
