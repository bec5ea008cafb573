import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Refusal } from '@upstander/platform';
import type { GraphQLResolveInfo } from 'graphql';
import { SecurityEvents } from '../security-events/security-events.js';
import { SessionReader } from '../sessions/session-reader.js';
import { ownTrailKey } from '../staff-actions/own-trail.js';
import { beginStaffAction, isStaff, nounOfRoute } from '../staff-actions/staff-action.js';
import { StaffTrail } from '../staff-actions/staff-trail.js';
import type { Actor } from '../access/actor.js';
import { allowKey, type Allowed } from '../access/allow.js';
import { resolveActor, requestOf } from '../access/current-actor.js';

/** Operations open to these aren't staff work and aren't recorded. */
const forMany: readonly Allowed[] = ['anyone', 'signed-in', 'second-step'];

/** Rejects operations and routes without a matching `Allow` declaration. */
@Injectable()
export class AllowGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionReader,
    private readonly events: SecurityEvents,
    private readonly trail: StaffTrail,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const allowed = this.reflector.get<ReadonlySet<Allowed> | undefined>(allowKey, context.getHandler());
    if (!allowed) throw notAllowed();
    const request = requestOf(context);
    const actor = resolveActor(request, () => this.sessions.actorOf(request));
    // Stays synchronous without a session cookie, so public pages cost no query and no event-loop turn.
    const isField = context.getType<string>() === 'graphql';
    const operation = isField ? context.getHandler().name : (request.routeOptions.url ?? context.getHandler().name);
    return actor instanceof Promise
      ? actor.then((someone) => this.admitOrNote(allowed, someone, operation) && this.follow(context, allowed, someone))
      : this.admitOrNote(allowed, actor, operation) && this.follow(context, allowed, actor);
  }

  /** Records every mutation and file export by staff. */
  private follow(context: ExecutionContext, allowed: ReadonlySet<Allowed>, actor: Actor): true | Promise<true> {
    if (forMany.some((who) => allowed.has(who)) || !isStaff(actor)) return true;
    if (this.reflector.getAllAndOverride<boolean>(ownTrailKey, [context.getHandler(), context.getClass()])) return true;
    if (context.getType<string>() === 'graphql') {
      const [, args, , info] = context.getArgs<[unknown, unknown, unknown, GraphQLResolveInfo]>();
      if (info.operation.operation !== 'mutation' || info.parentType !== info.schema.getMutationType()) return true;
      beginStaffAction(actor, info.fieldName, { args, answeredAs: String(info.path.key) });
      return true;
    }
    const { method, params, routeOptions } = requestOf(context);
    const detail = routeOptions.url ?? null;
    const isFile = detail !== null && /\.(?:csv|json|zip|pdf)$/.test(detail);
    if (!isFile && (method === 'GET' || method === 'HEAD')) return true;
    const operation = isFile ? 'export' : context.getHandler().name;
    const noun = nounOfRoute(detail ?? '');
    const action = beginStaffAction(actor, operation, { args: params, noun, detail });
    // File exports open no transaction, so the action is written before the first row is sent.
    return action && isFile ? this.trail.write(action).then(() => true) : true;
  }

  /** Admits the actor or records the refusal. Refusals of anonymous visitors are too common to record. */
  private admitOrNote(allowed: ReadonlySet<Allowed>, actor: Actor, operation: string): true {
    try {
      return admit(allowed, actor);
    } catch (refused) {
      const accountId = actor.accountId ?? actor.halfSignedIn?.accountId;
      if (accountId) this.events.record({ kind: 'operation-refused', accountId, detail: operation });
      throw refused;
    }
  }
}

/** @throws Refusal NOT_SIGNED_IN or NOT_ALLOWED */
export function admit(allowed: ReadonlySet<Allowed>, actor: Actor): true {
  if (allowed.has('anyone')) return true;
  if (allowed.has('second-step') && (actor.accountId || actor.halfSignedIn)) return true;
  if (!actor.accountId) throw notSignedIn();
  if (allowed.has('signed-in')) return true;
  if (actor.grants.some(({ role }) => allowed.has(role))) return true;
  throw notAllowed();
}

function notSignedIn(): Refusal {
  return new Refusal('NOT_SIGNED_IN', 'Please sign in first.');
}

function notAllowed(): Refusal {
  return new Refusal('NOT_ALLOWED', 'Your account doesn’t have access to this.');
}
