import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  type SelectionSetNode,
} from 'graphql';
import type { RestOperation } from './operations.js';

type Json = Record<string, unknown>;

const scalars: Readonly<Record<string, Json>> = {
  Boolean: { type: 'boolean' },
  DateTime: { type: 'string', format: 'date-time' },
  EmailAddress: { type: 'string', format: 'email' },
  Int: { type: 'integer' },
  LocalDate: { type: 'string', format: 'date' },
  MinorUnits: { type: ['integer', 'string'] },
};

const problemStatuses = ['401', '403', '404', '409', '422', '429', '503'];

/** Describes the operations as OpenAPI 3.1, with the types and descriptions of the GraphQL schema. */
export function openApiOf(schema: GraphQLSchema, operations: readonly RestOperation[], url: string): Json {
  const writer = new SchemaWriter(schema);
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describeOperation(operation, writer) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Upstander',
      version: '1.0.0',
      description: 'Events, sign-ups, volunteers, gifts and opportunities for other programs.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url }],
    security: [{ token: [] }],
    tags: [...new Set(operations.map(({ resource }) => resource.tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'An access token, ups_…' } },
      schemas: { Problem: problemSchema, ...writer.components },
    },
  };
}

function describeOperation(operation: RestOperation, writer: SchemaWriter): Json {
  const { kind, resource, field, pathParameters, parameters, create } = operation;
  const record = writer.record(resource.name, operation);
  const page = {
    type: 'object',
    required: ['data', 'next'],
    properties: {
      data: { type: 'array', items: record },
      next: { type: ['string', 'null'], description: 'Pass it as `after` for the next page; null on the last one.' },
    },
  };
  return {
    operationId: field.name,
    tags: [resource.tag],
    summary: field.description,
    parameters: [
      ...pathParameters.map((name) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string', format: 'uuid' },
      })),
      ...parameters.map(({ name, type, description }) => ({
        name,
        in: 'query',
        ...(description && { description }),
        // Lists are separated by commas.
        ...(isListType(type) && { style: 'form', explode: false }),
        schema: writer.input(type),
      })),
      ...(kind === 'list' ? pageParameters : []),
      ...(kind === 'create' ? [keyParameter] : []),
    ],
    ...(create && {
      requestBody: { required: true, content: { 'application/json': { schema: writer.body(operation) } } },
    }),
    responses: {
      [kind === 'create' ? '201' : '200']: {
        description: kind === 'create' ? 'Created, or created earlier with the same key.' : 'OK',
        content: { 'application/json': { schema: kind === 'list' ? page : record } },
      },
      ...Object.fromEntries(problemStatuses.map((status) => [status, problemResponse])),
    },
  };
}

const pageParameters: readonly Json[] = [
  {
    name: 'limit',
    in: 'query',
    description: 'Number of records.',
    schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 },
  },
  { name: 'after', in: 'query', description: '`next` of the previous page.', schema: { type: 'string' } },
];

const keyParameter: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'A value of your choice. Repeating a request with the same key has no further effect.',
  schema: { type: 'string', minLength: 1, maxLength: 100 },
};

const problemResponse: Json = {
  description: 'A problem.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const problemSchema: Json = {
  type: 'object',
  description: 'Problem details (RFC 9457).',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'A message for people.' },
    code: { type: 'string', description: 'A stable code, for example SHIFT_FULL.' },
    fields: { type: 'object', description: 'Faults by field.', additionalProperties: { type: 'string' } },
    requestId: { type: 'string' },
  },
};

class SchemaWriter {
  readonly components: Record<string, Json> = {};

  constructor(private readonly schema: GraphQLSchema) {}

  /** The record that an operation returns, by its selection. */
  record(name: string, { document, kind }: RestOperation): Json {
    if (!this.components[name]) {
      const [definition] = parse(document).definitions;
      if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('Not an operation.');
      const root = definition.operation === 'mutation' ? this.schema.getMutationType()! : this.schema.getQueryType()!;
      this.components[name] = { type: 'object' };
      let [type, selection] = stepInto(root, definition.selectionSet, null);
      if (kind === 'list') {
        [type, selection] = stepInto(type, selection, 'edges');
        [type, selection] = stepInto(type, selection, 'node');
      }
      this.components[name] = this.object(type, selection);
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  /** The body of a request that creates a record. */
  body({ create, field }: RestOperation): Json {
    if (create?.input) return this.input(getNullableType(field.args.find(({ name }) => name === 'input')!.type));
    return inputObject(
      field.args.filter(({ name }) => name !== 'idempotencyKey'),
      (type) => this.input(type),
    );
  }

  input(type: GraphQLType): Json {
    if (isNonNullType(type)) return this.input(type.ofType);
    if (isListType(type)) return { type: 'array', items: this.input(type.ofType) };
    const named = getNamedType(type);
    if (!isInputObjectType(named)) return this.leaf(named);
    if (!this.components[named.name]) {
      this.components[named.name] = {};
      const fields = Object.values(named.getFields()).filter(({ name }) => name !== 'idempotencyKey');
      this.components[named.name] = inputObject(fields, (inner) => this.input(inner));
    }
    return { $ref: `#/components/schemas/${named.name}` };
  }

  private object(type: GraphQLNamedType, selection: SelectionSetNode): Json {
    if (!isObjectType(type)) throw new Error(`${type.name} is not an object.`);
    const fields = selection.selections.map((node) => {
      if (node.kind !== Kind.FIELD) throw new Error('Fragments are not used here.');
      return { field: type.getFields()[node.name.value]!, inner: node.selectionSet };
    });
    const properties = fields.map(({ field, inner }): [string, Json] => [
      field.name,
      withDescription(this.output(field.type, inner), field),
    ]);
    return {
      type: 'object',
      required: fields.map(({ field }) => field.name),
      properties: Object.fromEntries(properties),
    };
  }

  private output(type: GraphQLType, inner: SelectionSetNode | undefined): Json {
    if (isNonNullType(type)) return this.present(type.ofType, inner);
    const present = this.present(type, inner);
    if ('$ref' in present) return { anyOf: [present, { type: 'null' }] };
    return { ...present, type: [present['type'], 'null'].flat() };
  }

  private present(type: GraphQLType, inner: SelectionSetNode | undefined): Json {
    if (isListType(type)) return { type: 'array', items: this.output(type.ofType, inner) };
    const named = getNamedType(type);
    return inner ? this.object(named, inner) : this.leaf(named);
  }

  private leaf(type: GraphQLNamedType): Json {
    if (!isEnumType(type)) return { ...(scalars[type.name] ?? { type: 'string' }) };
    this.components[type.name] ??= { type: 'string', enum: type.getValues().map(({ name }) => name) };
    return { $ref: `#/components/schemas/${type.name}` };
  }
}

function inputObject(
  fields: ReadonlyArray<{
    name: string;
    type: GraphQLType;
    description?: string | null | undefined;
    defaultValue?: unknown;
  }>,
  write: (type: GraphQLType) => Json,
): Json {
  const required = fields.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 && { required: required.map(({ name }) => name) }),
    properties: Object.fromEntries(fields.map((field) => [field.name, withDescription(write(field.type), field)])),
  };
}

function withDescription(json: Json, { description }: { description?: string | null | undefined }): Json {
  return description ? { ...json, description } : json;
}

/** Returns the type and the selection of a field; null stands for the only one. */
function stepInto(
  type: GraphQLNamedType,
  selection: SelectionSetNode,
  name: string | null,
): [GraphQLNamedType, SelectionSetNode] {
  const node = selection.selections.find(
    (one) => one.kind === Kind.FIELD && (name === null || one.name.value === name),
  );
  if (!isObjectType(type) || node?.kind !== Kind.FIELD || !node.selectionSet) throw new Error(`No field ${name}.`);
  return [getNamedType(type.getFields()[node.name.value]!.type), node.selectionSet];
}
