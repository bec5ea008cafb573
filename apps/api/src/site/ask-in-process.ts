import type { ApolloServer, BaseContext } from '@apollo/server';
import type { ApolloDriver } from '@nestjs/apollo';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { actorOf, resolveActor } from '@upstander/identity';
import { requestContext } from '@upstander/platform';
import type { FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { isAnonymousCookie } from '../http/request-id-context.js';

export interface Visitor {
  cookie?: string;
  address: string;
  userAgent?: string;
  requestId: string;
  /** The page request; its log line includes the account. */
  page?: FastifyRequest;
}

export interface Answer {
  data?: unknown;
  errors?: unknown[];
}

/** `setCookie` contains the cookies that the API sets. */
export type AskInProcess = (
  query: string,
  variables: Record<string, unknown> | undefined,
  visitor: Visitor,
) => Promise<Answer & { setCookie: string[] }>;

/** Gives pages access to the API, which is created after the pages are registered. */
export class InProcessApi {
  private server: (() => ApolloServer<BaseContext>) | null = null;
  private schema: (() => GraphQLSchema) | null = null;

  open(app: NestFastifyApplication): void {
    let known: ApolloServer<BaseContext> | undefined;
    // Apollo is available only after the application has started.
    this.server = () => (known ??= app.get<GraphQLModule<ApolloDriver>>(GraphQLModule).graphQlAdapter.instance);
    this.schema = () => app.get(GraphQLSchemaHost).schema;
  }

  graphql(): { server: ApolloServer<BaseContext>; schema: GraphQLSchema } {
    if (!this.server || !this.schema) throw new Error('The API is not there yet.');
    return { server: this.server(), schema: this.schema() };
  }

  /**
   * Runs an operation with the limits, guards and error masking of `/graphql`, without HTTP.
   * The guards receive a request object with the properties they read.
   */
  readonly ask: AskInProcess = async (query, variables, visitor) => {
    if (!this.server) throw new Error('The API is not there yet.');
    const setCookie: string[] = [];
    const { requestId: id, address: ip, cookie, userAgent, page } = visitor;
    const req = { id, ip, headers: { cookie, 'user-agent': userAgent } };
    const reply = {
      header(name: string, value: string): void {
        if (name === 'set-cookie') setCookie.push(value);
      },
    };
    const operation = { query, variables: serializeVariables(variables) };
    const server = this.server();
    const run = () => server.executeOperation(operation, { contextValue: { req, reply } });
    // After sending a form, the visitor must see its result, so the replica isn't used.
    const onlyReads = page?.method !== 'POST' && isAnonymousCookie(cookie);
    const { body } = await (onlyReads ? run() : requestContext.run({ requestId: id }, run));
    const actor = actorOf(req as FastifyRequest);
    if (page && actor) await resolveActor(page, () => actor);
    if (body.kind !== 'single') throw new Error('An answer in parts is for no page.');
    const { data, errors } = body.singleResult;
    return { data, errors: errors && [...errors], setCookie };
  };
}

/** Serializes variables as HTTP would and rejects NUL characters (http/body-parsers.ts). */
function serializeVariables(variables: Record<string, unknown> | undefined): Record<string, unknown> | undefined {
  if (variables === undefined) return undefined;
  const text = JSON.stringify(variables);
  if (/(?<!\\)(?:\\\\)*\\u0000/.test(text)) throw new Error('A page asked with a NUL character.');
  return JSON.parse(text) as Record<string, unknown>;
}
