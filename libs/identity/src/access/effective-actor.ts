import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { GraphQLResolveInfo } from 'graphql';
import { areasOf, recordAreas, type AreaLevel, type OperationAreas } from '../roles/staff-area.js';
import { anonymous, type Actor, type CustomGrant } from './actor.js';

/**
 * Returns the actor with the grants that count for this operation. A custom role counts as its base role if it includes
 * the operation's area, and as nothing otherwise. Co-organizers keep their records in the areas of events. Outside its
 * areas, an access token is an anonymous visitor. The guard, `@CurrentActor` and each nested field call this for themselves,
 * because one request may contain operations of several areas.
 */
export function effectiveActor(context: ExecutionContext, actor: Actor): Actor {
  if (actor.customGrants.length === 0 && actor.recordIds.length === 0 && !actor.accessTokenId) return actor;
  const areas = areasOf(context.getHandler(), context.getClass());
  return narrowActor(actor, areas, levelOf(context));
}

export function narrowActor(actor: Actor, areas: OperationAreas | undefined, level: AreaLevel): Actor {
  const covered = actor.customGrants.filter((grant) => covers(grant, areas, level));
  if (actor.accessTokenId && (areas === 'every' || covered.length === 0)) return anonymous(actor.address);
  return {
    ...actor,
    grants: [...actor.grants, ...covered.map(({ role, chapterId }) => ({ role, chapterId }))],
    customGrants: [],
    recordIds: isRecordWork(areas) ? actor.recordIds : [],
  };
}

function isRecordWork(areas: OperationAreas | undefined): boolean {
  return areas !== undefined && areas !== 'every' && areas.some((area) => recordAreas.includes(area));
}

function covers(
  { viewAreas, manageAreas }: CustomGrant,
  areas: OperationAreas | undefined = [],
  level: AreaLevel,
): boolean {
  if (areas === 'every') return true;
  return areas.some((area) => manageAreas.includes(area) || (level === 'view' && viewAreas.includes(area)));
}

/** Nested fields only read, also below a mutation. */
function levelOf(context: ExecutionContext): AreaLevel {
  if (context.getType<string>() === 'graphql') {
    const info = context.getArgs<[unknown, unknown, unknown, GraphQLResolveInfo]>()[3];
    return info.operation.operation === 'mutation' && info.parentType === info.schema.getMutationType()
      ? 'manage'
      : 'view';
  }
  const { method } = context.switchToHttp().getRequest<FastifyRequest>();
  return method === 'GET' || method === 'HEAD' ? 'view' : 'manage';
}
