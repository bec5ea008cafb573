import { requestContext, isUuid, type RequestContext } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.js';
import { staffRoles } from '../roles/role.js';

/** API type and ID of an object. */
export interface ActionTarget {
  readonly kind: string;
  readonly id: string;
}

/** Written once, with the first transaction that commits. */
export interface StaffAction {
  readonly id: string;
  readonly accountId: string;
  readonly accessTokenId: string | null;
  readonly operation: string;
  readonly requestId: string;
  detail: string | null;
  /** Response key of the mutation's result, which holds the IDs of created objects. */
  readonly answeredAs: string | null;
  readonly targets: Map<string, ActionTarget>;
  written: boolean;
}

/** Actions of a request, in order. GraphQL runs mutations one after another. */
interface StaffRequest extends RequestContext {
  actions?: StaffAction[];
  answered?: boolean;
}

export function isStaff({ grants, recordIds }: Actor): boolean {
  return recordIds.length > 0 || grants.some(({ role }) => staffRoles.includes(role));
}

interface BegunAction {
  readonly args: unknown;
  /** Kind of an `id` among the arguments. */
  readonly noun?: string;
  readonly answeredAs?: string | null;
  readonly detail?: string | null;
}

/** The next transaction writes the action. Does nothing outside a request. */
export function beginStaffAction(
  actor: Actor,
  operation: string,
  { args, noun = nounOf(operation), answeredAs: priorAnswer = null, detail = null }: BegunAction,
): StaffAction | null {
  const request = requestContext.getStore() as StaffRequest | undefined;
  if (!request || !actor.accountId) return null;
  const { requestId } = request;
  const id = randomUUID();
  const targets = collectTargets(args, noun);
  const action = {
    id,
    accountId: actor.accountId,
    accessTokenId: actor.accessTokenId ?? null,
    operation,
    requestId,
    detail,
    answeredAs: priorAnswer,
    targets,
    written: false,
  };
  (request.actions ??= []).push(action);
  return action;
}

/** Null once the action is written or the response sent. */
export function currentStaffAction(): StaffAction | null {
  const request = requestContext.getStore() as StaffRequest | undefined;
  const last = request?.answered ? undefined : request?.actions?.at(-1);
  return last && !last.written ? last : null;
}

/** Later work in this request's context is not attributed. */
export function endStaffActions(): StaffAction[] {
  const request = requestContext.getStore() as StaffRequest | undefined;
  if (!request?.actions) return [];
  request.answered = true;
  return request.actions;
}

const maxDepth = 4;
const maxTargets = 50;
/** Arguments that only wrap others: an ID in them is of the operation's noun. */
const wrappers: ReadonlySet<string> = new Set(['filter', 'input', 'matching']);

/** Only UUIDs are included, so user input and tokens never get into the trail. */
export function collectTargets(
  value: unknown,
  noun: string,
  targets = new Map<string, ActionTarget>(),
  depth = 0,
): Map<string, ActionTarget> {
  if (typeof value !== 'object' || value === null || depth > maxDepth) return targets;
  for (const [key, inner] of Object.entries(value)) {
    const ids = (Array.isArray(inner) ? inner : [inner]).filter(
      (id): id is string => typeof id === 'string' && isUuid(id),
    );
    const kind = /^ids?$/.test(key) ? noun : /^(\w+?)Ids?$/.exec(key)?.[1];
    if (kind !== undefined) {
      for (const id of ids)
        if (targets.size < maxTargets) targets.set(id.toLowerCase(), { kind, id: id.toLowerCase() });
    }
    collectTargets(inner, Array.isArray(value) || wrappers.has(key) ? noun : key, targets, depth + 1);
  }
  return targets;
}

/** `business` for `approveBusiness`. */
export function nounOf(operation: string): string {
  const noun = operation.replace(/^[a-z]+/, '');
  return noun === '' ? operation : `${noun[0]!.toLowerCase()}${noun.slice(1)}`;
}

/** `photoConsents` for `/photo-consents/:id/paper`. */
export function nounOfRoute(route: string): string | undefined {
  const segment = /\/([^/:]+)\/:id(?![A-Za-z])/.exec(route)?.[1];
  return segment?.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
