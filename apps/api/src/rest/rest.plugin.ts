import type { ApolloServer, BaseContext } from '@apollo/server';
import { actorOf } from '@upstander/identity';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { openApiOf } from './openapi.js';
import { operationsOf, readParameter, type RestOperation } from './operations.js';
import { problemOf, restRoot, sendProblem } from './problems.js';
import { resources } from './resources.js';

const defaultLimit = 50;
const maxLimit = 100;
const idempotencyKey = /^[\x21-\x7e]{1,100}$/;

export interface RestOptions {
  /** The GraphQL API; available once the application has started. */
  api(): { server: ApolloServer<BaseContext>; schema: GraphQLSchema };
  url: string;
}

interface Page {
  edges: Array<{ node: unknown }>;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** REST for programs with an access token. Every request runs one GraphQL operation, so there is no other business logic. */
export function registerRest(fastify: FastifyInstance, options: RestOptions): void {
  let known: Map<string, RestOperation> | undefined;
  const operations = () =>
    (known ??= new Map(operationsOf(options.api().schema, resources).map((one) => [`${one.method} ${one.path}`, one])));
  fastify.get(`${restRoot}/openapi.json`, (_, reply) => {
    const document = openApiOf(options.api().schema, [...operations().values()], options.url);
    void reply.header('access-control-allow-origin', '*').send(document);
  });
  for (const { path, list, read, create } of resources) {
    const routes = [list && `GET ${path}`, read && `GET ${path}/:id`, create && `POST ${path}`].filter(Boolean);
    for (const route of routes as string[]) {
      const [method, address] = route.split(' ') as ['GET' | 'POST', string];
      fastify.route({
        method,
        url: restRoot + address,
        handler: (request, reply) => answer(request, reply, { operation: operations().get(route)!, options }),
      });
    }
  }
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { operation, options }: { operation: RestOperation; options: RestOptions },
): Promise<FastifyReply> {
  const tokenId = actorOf(request)?.accessTokenId;
  if (tokenId === undefined) {
    sendProblem(reply, {
      status: 401,
      code: 'NOT_SIGNED_IN',
      detail: 'Send an access token: Authorization: Bearer ups_…',
    });
    return reply;
  }
  const { variables, faults } = variablesOf(request, operation, tokenId);
  if (Object.keys(faults).length > 0) {
    sendProblem(reply, { status: 422, code: 'BAD_INPUT', detail: 'Some values are invalid.', fields: faults });
    return reply;
  }
  const { body } = await options
    .api()
    .server.executeOperation({ query: operation.document, variables }, { contextValue: { req: request, reply } });
  if (body.kind !== 'single') throw new Error('A list answers in one part.');
  const { data, errors } = body.singleResult;
  return send(reply, operation, { result: data?.['result'], error: errors?.[0] });
}

function send(
  reply: FastifyReply,
  { kind, path, resource }: RestOperation,
  { result, error }: { result: unknown; error: GraphQLFormattedError | undefined },
): FastifyReply {
  if (error || result === null || result === undefined) {
    const missing = { message: 'This is not there, or not yours to see.', extensions: { code: 'NOT_FOUND' } };
    sendProblem(reply, problemOf(error ?? missing));
    return reply;
  }
  void reply.header('cache-control', 'no-store');
  if (kind === 'list') {
    const { edges, pageInfo } = result as Page;
    const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    return reply.send({ data: edges.map(({ node }) => node), next });
  }
  if (kind === 'create') void reply.status(201);
  if (kind === 'create' && resource.read)
    void reply.header('location', `${restRoot}${path}/${(result as { id: string }).id}`);
  return reply.send(result);
}

type Faults = Record<string, string>;

function variablesOf(
  request: FastifyRequest,
  operation: RestOperation,
  tokenId: string,
): { variables: Record<string, unknown>; faults: Faults } {
  const ids = request.params as Record<string, string>;
  if (operation.kind === 'read') return { variables: ids, faults: {} };
  if (operation.kind === 'create') return inputOf(request, operation, tokenId);
  const { limit = String(defaultLimit), after, ...filters } = request.query as Record<string, string | string[]>;
  const faults: Faults = {};
  const first = Number(limit);
  if (!Number.isInteger(first) || first < 1 || first > maxLimit) faults['limit'] = 'out-of-range';
  const variables: Record<string, unknown> = { ...ids, first, after };
  const filter: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(filters)) {
    const parameter = operation.parameters.find((one) => one.name === name);
    if (!parameter) faults[name] = 'unknown';
    else (parameter.inFilter ? filter : variables)[name] = readParameter(parameter.type, String(text));
  }
  if (Object.keys(filter).length > 0) variables['filter'] = filter;
  return { variables, faults };
}

function inputOf({ headers, body }: FastifyRequest, { create, field }: RestOperation, tokenId: string) {
  const given = headers['idempotency-key'];
  const faults: Faults = {};
  if (given !== undefined && !idempotencyKey.test(String(given))) faults['Idempotency-Key'] = 'malformed';
  if (typeof body !== 'object' || body === null || Array.isArray(body)) faults['body'] = 'missing';
  const key = given === undefined ? {} : { idempotencyKey: `token/${tokenId}/${String(given)}` };
  const { idempotencyKey: _, ...input } = (faults['body'] ? {} : body) as Record<string, unknown>;
  // GraphQL ignores variables that the document doesn't declare.
  const unknown = create?.input
    ? []
    : Object.keys(input).filter((name) => !field.args.some((arg) => arg.name === name));
  for (const name of unknown) faults[name] = 'unknown';
  const variables = create?.input
    ? { input: { ...input, ...(create.keyInInput && key) }, ...(!create.keyInInput && key) }
    : { ...input, ...key };
  return { variables, faults };
}
