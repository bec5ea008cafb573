import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from './actor.js';

const actorKey = Symbol('actor');
type Request = FastifyRequest & { [actorKey]?: Actor | Promise<Actor> };

/** The request behind a GraphQL field or a route. */
export function requestOf(context: ExecutionContext): FastifyRequest {
  if (context.getType<'http' | 'graphql'>() !== 'graphql') return context.switchToHttp().getRequest<FastifyRequest>();
  return context.getArgByIndex<{ req: FastifyRequest }>(2).req;
}

/** The reply behind a GraphQL field or a route, for the session cookie. */
export function replyOf(context: ExecutionContext): FastifyReply {
  if (context.getType<'http' | 'graphql'>() !== 'graphql') return context.switchToHttp().getResponse<FastifyReply>();
  return context.getArgByIndex<{ reply: FastifyReply }>(2).reply;
}

/** Finds the actor of a request the first time, and keeps it: many fields of one request ask once. */
export function keepActor(request: Request, find: () => Actor | Promise<Actor>): Actor | Promise<Actor> {
  const known = request[actorKey];
  if (known) return known;
  const found = find();
  request[actorKey] = found;
  // Once known it is handed out as it is, so that `@CurrentActor` never has to wait.
  if (found instanceof Promise) {
    found.then(
      (actor) => (request[actorKey] = actor),
      () => undefined,
    );
  }
  return found;
}

/** Who asks, if anybody has looked already; null where nothing got so far. */
export function actorOf(request: FastifyRequest): Actor | null {
  const known = (request as Request)[actorKey];
  return known instanceof Promise ? null : (known ?? null);
}

/** The actor of this request, as the guard found it. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const actor = (requestOf(context) as Request)[actorKey];
  if (!actor) throw new Error('There is no actor where the guard did not stand.');
  return actor;
});
