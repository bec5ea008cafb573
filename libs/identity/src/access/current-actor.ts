import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from './actor.js';
import { effectiveActor } from './effective-actor.js';

const actorKey = Symbol('actor');
type Request = FastifyRequest & { [actorKey]?: Actor | Promise<Actor> };

export function requestOf(context: ExecutionContext): FastifyRequest {
  if (context.getType<'http' | 'graphql'>() !== 'graphql') return context.switchToHttp().getRequest<FastifyRequest>();
  return context.getArgByIndex<{ req: FastifyRequest }>(2).req;
}

export function replyOf(context: ExecutionContext): FastifyReply {
  if (context.getType<'http' | 'graphql'>() !== 'graphql') return context.switchToHttp().getResponse<FastifyReply>();
  return context.getArgByIndex<{ reply: FastifyReply }>(2).reply;
}

export function resolveActor(request: Request, find: () => Actor | Promise<Actor>): Actor | Promise<Actor> {
  const knownActor = request[actorKey];
  if (knownActor) return knownActor;
  const foundActor = find();
  request[actorKey] = foundActor;
  // Lets `@CurrentActor` use the actor without awaiting.
  if (foundActor instanceof Promise) {
    foundActor.then(
      (actor) => (request[actorKey] = actor),
      () => undefined,
    );
  }
  return foundActor;
}

export function actorOf(request: FastifyRequest): Actor | null {
  const knownActor = (request as Request)[actorKey];
  return knownActor instanceof Promise ? null : (knownActor ?? null);
}

export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const actor = (requestOf(context) as Request)[actorKey];
  if (!actor) throw new Error('No actor on this request: AllowGuard did not run.');
  return actor instanceof Promise
    ? actor.then((actor) => effectiveActor(context, actor))
    : effectiveActor(context, actor);
});
