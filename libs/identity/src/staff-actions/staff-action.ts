import { asking, isUuid, type Asking } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.js';
import { staffRoles } from '../grants/role.js';

/** Something that was acted on: what the API calls it, and which one. */
export interface ActedOn {
  readonly kind: string;
  readonly id: string;
}

/** One call of an operation by somebody of staff. It is written once, with the first transaction that becomes durable. */
export interface StaffAction {
  readonly id: string;
  readonly accountId: string;
  readonly operation: string;
  readonly requestId: string;
  detail: string | null;
  /** Under which the answer has what came of it. */
  readonly answeredAs: string | null;
  readonly things: Map<string, ActedOn>;
  written: boolean;
}

/** The actions of a request, in their order: GraphQL does one mutation after the other. */
interface ActingRequest extends Asking {
  actions?: StaffAction[];
  answered?: boolean;
}

/** Whose actions are kept: of everybody whom the organisation gave a part of its work. */
export function isStaff({ grants }: Actor): boolean {
  return grants.some(({ role }) => staffRoles.includes(role));
}

/** Notes what somebody of staff is about to do, for the transaction that does it. Outside of a request it does nothing. */
export function beginStaffAction(
  actor: Actor,
  operation: string,
  { args, answeredAs = null, detail = null }: { args: unknown; answeredAs?: string | null; detail?: string | null },
): StaffAction | null {
  const request = asking.getStore() as ActingRequest | undefined;
  if (!request || !actor.accountId) return null;
  const { requestId } = request;
  const id = randomUUID();
  const things = thingsIn(args, nounOf(operation));
  const action = { id, accountId: actor.accountId, operation, requestId, detail, answeredAs, things, written: false };
  (request.actions ??= []).push(action);
  return action;
}

/** The action that is under way, if it has not been written yet and nobody has been answered. */
export function actionUnderWay(): StaffAction | null {
  const request = asking.getStore() as ActingRequest | undefined;
  const last = request?.answered ? undefined : request?.actions?.at(-1);
  return last && !last.written ? last : null;
}

/** All of them, when the answer is there: what is done later in the name of this request is nobody's action any more. */
export function endStaffActions(): StaffAction[] {
  const request = asking.getStore() as ActingRequest | undefined;
  if (!request?.actions) return [];
  request.answered = true;
  return request.actions;
}

const deepest = 4;
const mostThings = 50;

/**
 * The things that an input or an answer names, by ids alone: whatever is not one of ours stays out, so that nothing a
 * person typed, and no token, gets into the trail.
 */
export function thingsIn(
  value: unknown,
  noun: string,
  found = new Map<string, ActedOn>(),
  depth = 0,
): Map<string, ActedOn> {
  if (typeof value !== 'object' || value === null || depth > deepest) return found;
  for (const [key, inner] of Object.entries(value)) {
    const ids = (Array.isArray(inner) ? inner : [inner]).filter(
      (id): id is string => typeof id === 'string' && isUuid(id),
    );
    const kind = /^ids?$/.test(key) ? noun : /^(\w+?)Ids?$/.exec(key)?.[1];
    if (kind !== undefined) {
      for (const id of ids) if (found.size < mostThings) found.set(id.toLowerCase(), { kind, id: id.toLowerCase() });
    }
    thingsIn(inner, Array.isArray(value) ? noun : key, found, depth + 1);
  }
  return found;
}

/** `approveBusiness` is about a business. */
export function nounOf(operation: string): string {
  const noun = operation.replace(/^[a-z]+/, '');
  return noun === '' ? operation : `${noun[0]!.toLowerCase()}${noun.slice(1)}`;
}
