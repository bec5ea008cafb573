import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { CreateOperation, Resource } from './resources.js';

/** One route: the GraphQL document that it runs, and how its variables follow from the request. */
export interface RestOperation {
  readonly resource: Resource;
  readonly method: 'GET' | 'POST';
  readonly kind: 'list' | 'read' | 'create';
  readonly path: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly document: string;
  /** IDs in the path, which are arguments of the same name. */
  readonly pathParameters: readonly string[];
  readonly parameters: readonly QueryParameter[];
  readonly create?: CreateOperation;
}

export interface QueryParameter {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly description: string;
  readonly inFilter: boolean;
}

/** Derives the operations from the schema. @throws if a resource names a field or filter that the schema lacks */
export function operationsOf(schema: GraphQLSchema, resources: readonly Resource[]): RestOperation[] {
  return resources.flatMap((resource) => {
    const { list, read, create, path } = resource;
    return [
      ...(list ? [listOperation(schema, resource, list)] : []),
      ...(read ? [readOperation(schema, resource, read)] : []),
      ...(create ? [createOperation(schema, resource, create, path)] : []),
    ];
  });
}

function listOperation(schema: GraphQLSchema, resource: Resource, list: NonNullable<Resource['list']>): RestOperation {
  const field = fieldOf(schema.getQueryType(), list.field);
  const pathParameters = idsIn(resource.path);
  const filter = field.args.find(({ name }) => name === 'filter');
  const filterType = filter && getNamedType(filter.type);
  const filterFields = isInputObjectType(filterType) ? filterType.getFields() : {};
  const parameters = list.filters.map((name) => {
    const own = field.args.find((arg) => arg.name === name);
    const found: GraphQLArgument | GraphQLInputField | undefined = own ?? filterFields[name];
    if (!found) throw new Error(`${list.field} has no filter "${name}".`);
    return { name, type: getNullableType(found.type), description: found.description ?? '', inFilter: !own };
  });
  const selection = `{ edges { node { ${resource.fields} } } pageInfo { hasNextPage endCursor } }`;
  const document = documentOf('query', field, selection);
  return { resource, method: 'GET', kind: 'list', path: resource.path, field, document, pathParameters, parameters };
}

function readOperation(schema: GraphQLSchema, resource: Resource, name: string): RestOperation {
  const field = fieldOf(schema.getQueryType(), name);
  const document = documentOf('query', field, `{ ${resource.fields} }`);
  const path = `${resource.path}/:id`;
  return { resource, method: 'GET', kind: 'read', path, field, document, pathParameters: ['id'], parameters: [] };
}

function createOperation(
  schema: GraphQLSchema,
  resource: Resource,
  create: CreateOperation,
  path: string,
): RestOperation {
  const field = fieldOf(schema.getMutationType(), create.field);
  const document = documentOf('mutation', field, `{ ${resource.fields} }`);
  return {
    resource,
    method: 'POST',
    kind: 'create',
    path,
    field,
    document,
    pathParameters: [],
    parameters: [],
    create,
  };
}

function documentOf(kind: string, field: GraphQLField<unknown, unknown>, selection: string): string {
  const definitions = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const values = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  return `${kind} Rest(${definitions}) { result: ${field.name}(${values}) ${selection} }`;
}

function fieldOf(
  type: { getFields(): Record<string, GraphQLField<unknown, unknown>> } | null | undefined,
  name: string,
): GraphQLField<unknown, unknown> {
  const field = type?.getFields()[name];
  if (!field) throw new Error(`The schema has no operation "${name}".`);
  return field;
}

function idsIn(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
}

/** Reads a query parameter as its GraphQL type. Lists are separated by commas. */
export function readParameter(type: GraphQLInputType, text: string): unknown {
  if (isListType(type)) return text.split(',').map((item) => readParameter(getNullableType(type.ofType), item));
  const { name } = getNamedType(type);
  if (name === 'Boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (name === 'Int') return /^-?\d+$/.test(text) ? Number(text) : text;
  return text;
}
