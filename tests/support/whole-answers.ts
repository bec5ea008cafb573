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

const maxDepth = 6;

/**
 * Returns a selection of all fields of a type down to scalars. Omits fields with arguments and third-level lists, which
 * exceed the limit of a document; other operations select those directly.
 */
export function fullSelection(type: GraphQLOutputType, depth = maxDepth, lists = 0): string {
  const namedType = getNamedType(type);
  if (isLeafType(namedType)) return '';
  if (depth === 0 || !(isObjectType(namedType) || isInterfaceType(namedType))) return '{ __typename }';
  const fields = Object.values(namedType.getFields()).flatMap((field) => {
    if (field.args.some(({ type: needed }) => isNonNullType(needed))) return [];
    const nestedLists =
      lists + (isListType(getNullableType(field.type)) && !isLeafType(getNamedType(field.type)) ? 1 : 0);
    if (nestedLists > 2) return [];
    const selection = fullSelection(field.type, depth - 1, nestedLists);
    return isLeafType(getNamedType(field.type)) || selection !== '' ? [`${field.name} ${selection}`] : [];
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

/** Uses `id` for every ID and `text` for every text. Omits deeply nested optional fields. */
export function someValue(type: GraphQLInputType, samples: { id: string; text: string }, depth = 4): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable))
    return depth === 0 ? [] : [someValue(nullable.ofType as GraphQLInputType, samples, depth - 1)];
  if (isEnumType(nullable)) return nullable.getValues()[0]!.name;
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields()).filter((field) => depth > 0 || isNonNullType(field.type));
    return Object.fromEntries(fields.map((field) => [field.name, someValue(field.type, samples, depth - 1)]));
  }
  const { name } = getNamedType(nullable);
  if (name === 'ID') return samples.id;
  return name === 'String' ? samples.text : scalars[name];
}

export type AnyField = GraphQLField<unknown, unknown>;

export function acceptsId(field: AnyField): boolean {
  const hasIdField = (type: GraphQLInputType, visited: ReadonlySet<string>): boolean => {
    const namedType = getNamedType(type);
    if (namedType.name === 'ID') return true;
    if (!isInputObjectType(namedType) || visited.has(namedType.name)) return false;
    return Object.values(namedType.getFields()).some((selection) =>
      hasIdField(selection.type, new Set([...visited, namedType.name])),
    );
  };
  return field.args.some(({ type }) => hasIdField(type, new Set()));
}

/** Cached, because it's slow to build and used often. */
function fullQuery(kind: 'query' | 'mutation', field: AnyField): string {
  const cached = fullQueries.get(field);
  if (cached !== undefined) return cached;
  const args = argumentsOf(field);
  const argumentDefinitions = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const argumentList = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const page = field.args.some(({ name }) => name === 'first') ? 'first: 5' : '';
  const fullArguments = [argumentList, page].filter(Boolean).join(', ');
  const selection = fullSelection(field.type, maxDepth, isListType(getNullableType(field.type)) ? 1 : 0);
  const query = `${kind}${argumentDefinitions && ` (${argumentDefinitions})`} { ${field.name}${fullArguments && `(${fullArguments})`} ${selection} }`;
  fullQueries.set(field, query);
  return query;
}
const fullQueries = new WeakMap<AnyField, string>();

const argumentsOf = (field: AnyField) => field.args.filter(({ name }) => name !== 'after' && name !== 'first');

/** Returns the whole operation with one ID and one text in all arguments. */
export function fullOperation(
  kind: 'query' | 'mutation',
  field: AnyField,
  samples: { id: string; text: string },
): { query: string; variables: Record<string, unknown> } {
  const args = argumentsOf(field);
  const variables = Object.fromEntries(args.map(({ name, type }) => [name, someValue(type, samples)]));
  if ('filter' in variables && !args.some(({ name, type }) => name === 'filter' && isNonNullType(type))) {
    variables['filter'] = null;
  }
  return { query: fullQuery(kind, field), variables };
}
