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
 * Every field that an answer of this type can have, down to its leaves; fields that need arguments are left out, and so is a
 * list in a list in a list, which would be more than one document may ask for: other operations ask for it nearer.
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

/** Some value of this type: `id` for every id, `text` for every text; the deepest of what is optional is left out. */
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

export type SomeField = GraphQLField<unknown, unknown>;

/** Whether any argument, at any depth, is an id. */
export function takesId(field: SomeField): boolean {
  const has = (type: GraphQLInputType, seen: ReadonlySet<string>): boolean => {
    const named = getNamedType(type);
    if (named.name === 'ID') return true;
    if (!isInputObjectType(named) || seen.has(named.name)) return false;
    return Object.values(named.getFields()).some((inner) => has(inner.type, new Set([...seen, named.name])));
  };
  return field.args.some(({ type }) => has(type, new Set()));
}

/** The text of an operation that asks for all of its answer: long to make, and asked many times. */
function wholeQuery(kind: 'query' | 'mutation', field: SomeField): string {
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
const wholeQueries = new WeakMap<SomeField, string>();

/** Without those of a page: the first five of anything will do. */
const argumentsOf = (field: SomeField) => field.args.filter(({ name }) => name !== 'after' && name !== 'first');

/** The whole of an operation, asked with one id and one text wherever it takes some. */
export function wholeOperation(
  kind: 'query' | 'mutation',
  field: SomeField,
  given: { id: string; text: string },
): { query: string; variables: Record<string, unknown> } {
  const args = argumentsOf(field);
  const variables = Object.fromEntries(args.map(({ name, type }) => [name, someValue(type, given)]));
  // A filter would hide what is to be found.
  if ('filter' in variables && !args.some(({ name, type }) => name === 'filter' && isNonNullType(type))) {
    variables['filter'] = null;
  }
  return { query: wholeQuery(kind, field), variables };
}
