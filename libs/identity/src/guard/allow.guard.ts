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
import { allowKey, type AllowedCaller } from '../access/allow.js';
import { resolveActor, requestOf } from '../access/current-actor.js';
import { effectiveActor } from '../access/effective-actor.js';
import { featureKey } from '../access/only-with.js';
import type { FeatureName } from '../features/feature.js';
import { Features } from '../features/features.js';
import { sessionOnlyKey } from '../access/session-only.js';

/** Operations open to these aren't staff work and aren't recorded. */
const publicCallers: readonly AllowedCaller[] = ['anyone', 'signed-in', 'second-step'];

/** Rejects operations and routes without a matching `Allow` declaration. */
@Injectable()
export class AllowGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionReader,
    private readonly events: SecurityEvents,
    private readonly trail: StaffTrail,
    private readonly features: Features,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const allowed = this.reflector.get<ReadonlySet<AllowedCaller> | undefined>(allowKey, context.getHandler());
    if (!allowed) throw notAllowedRefusal();
    const feature = this.reflector.getAllAndOverride<FeatureName | undefined>(featureKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (feature) this.features.require(feature);
    const request = requestOf(context);
    const actor = resolveActor(request, () => this.sessions.actorOf(request));
    // Stays synchronous without a session cookie, so public pages cost no query and no event-loop turn.
    const isField = context.getType<string>() === 'graphql';
    const operation = isField ? context.getHandler().name : (request.routeOptions.url ?? context.getHandler().name);
    const check = (actor: Actor) => {
      const effective = effectiveActor(context, actor);
      this.note(actor, operation, () => {
        if (actor.accessTokenId) this.admitToken(context, allowed, effective);
        else admit(allowed, effective);
      });
      return this.follow(context, allowed, effective);
    };
    return actor instanceof Promise ? actor.then(check) : check(actor);
  }

  /** Records every mutation and file export by staff. */
  private follow(context: ExecutionContext, allowed: ReadonlySet<AllowedCaller>, actor: Actor): true | Promise<true> {
    if (publicCallers.some((audience) => allowed.has(audience)) || !isStaff(actor)) return true;
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

  /**
   * A program uses the roles of its token's owner, or public operations as a visitor. It never acts for the owner as a
   * person, and never in the sealed zone.
   * @throws Refusal INSUFFICIENT_SCOPE
   */
  private admitToken(context: ExecutionContext, allowed: ReadonlySet<AllowedCaller>, actor: Actor): void {
    const isFor = (key: string) =>
      this.reflector.getAllAndOverride<boolean>(key, [context.getHandler(), context.getClass()]);
    const isAllowed = allowed.has('anyone') || actor.grants.some(({ role }) => allowed.has(role));
    if (!isAllowed || isFor(sessionOnlyKey) || isFor(ownTrailKey)) {
      throw new Refusal('INSUFFICIENT_SCOPE', 'This access token doesn’t give access to this.');
    }
  }

  /** Records refusals, except those of anonymous visitors, which are too common. */
  private note(actor: Actor, operation: string, check: () => void): void {
    try {
      check();
    } catch (refusalError) {
      const accountId = actor.accountId ?? actor.halfSignedIn?.accountId;
      if (accountId) this.events.record({ kind: 'operation-refused', accountId, detail: operation });
      throw refusalError;
    }
  }
}

/** @throws Refusal NOT_SIGNED_IN or NOT_ALLOWED */
export function admit(allowed: ReadonlySet<AllowedCaller>, actor: Actor): true {
  if (allowed.has('anyone')) return true;
  if (allowed.has('second-step') && (actor.accountId || actor.halfSignedIn)) return true;
  if (!actor.accountId) throw notSignedInRefusal();
  if (allowed.has('signed-in')) return true;
  if (actor.grants.some(({ role }) => allowed.has(role))) return true;
  // `Access` then finds only the records that a co-organizer works on.
  if (actor.recordIds.length > 0 && allowed.has('organizer')) return true;
  throw notAllowedRefusal();
}

function notSignedInRefusal(): Refusal {
  return new Refusal('NOT_SIGNED_IN', 'Please sign in first.');
}

function notAllowedRefusal(): Refusal {
  return new Refusal('NOT_ALLOWED', 'Your account doesn’t have access to this.');
}
