import type { ApolloServer, BaseContext } from '@apollo/server';
import type { ApolloDriver } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { actorOf, keepActor } from '@upstander/identity';
import { asking } from '@upstander/platform';
import type { FastifyRequest } from 'fastify';
import { mayBeAnybody } from '../http/asking.js';

/** Who asks: what the API needs to apply its guards and limits to a page's queries. */
export interface Visitor {
  cookie?: string;
  address: string;
  userAgent?: string;
  /** Of the page: what goes wrong for it stands in the log under this one id. */
  requestId: string;
  /** The request for the page itself: its line in the log says whose it was. */
  page?: FastifyRequest;
}

export interface Answer {
  data?: unknown;
  errors?: unknown[];
}

/** `setCookie` is what the API would have the browser keep. */
export type AskInProcess = (
  query: string,
  variables: Record<string, unknown> | undefined,
  visitor: Visitor,
) => Promise<Answer & { setCookie: string[] }>;

/** The pages are registered before there is an API, which they then ask. */
export class ApiDoor {
  private server: (() => ApolloServer<BaseContext>) | null = null;

  open(app: NestFastifyApplication): void {
    let known: ApolloServer<BaseContext> | undefined;
    // Apollo is there once the application has begun.
    this.server = () => (known ??= app.get<GraphQLModule<ApolloDriver>>(GraphQLModule).graphQlAdapter.instance);
  }

  /**
   * Runs an operation as `/graphql` does, with its limits, its guards and its words for what went wrong, but without a
   * request by HTTP around it: each question is a request of its own to the guards, made of what they look at.
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
    const operation = { query, variables: asSent(variables) };
    const server = this.server();
    const run = () => server.executeOperation(operation, { contextValue: { req, reply } });
    // Whoever has just sent a form sees what became of it, whatever a replica knows.
    const onlyReads = page?.method !== 'POST' && mayBeAnybody(cookie);
    const { body } = await (onlyReads ? run() : asking.run({ requestId: id }, run));
    const actor = actorOf(req as FastifyRequest);
    if (page && actor) await keepActor(page, () => actor);
    if (body.kind !== 'single') throw new Error('An answer in parts is for no page.');
    const { data, errors } = body.singleResult;
    return { data, errors: errors && [...errors], setCookie };
  };
}

/** Variables as they would have come by HTTP: what JSON leaves out is not there, and NUL is no text (http/body-parsers.ts). */
function asSent(variables: Record<string, unknown> | undefined): Record<string, unknown> | undefined {
  if (variables === undefined) return undefined;
  const text = JSON.stringify(variables);
  if (/(?<!\\)(?:\\\\)*\\u0000/.test(text)) throw new Error('A page asked with a NUL character.');
  return JSON.parse(text) as Record<string, unknown>;
}
