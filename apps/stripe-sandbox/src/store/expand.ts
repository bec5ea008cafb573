import { invalid } from '../requests/stripe-error.js';
import type { Kind, Objects } from './objects.js';
import type { Store } from './store.js';

type Members = Record<string, unknown>;

/** https://docs.stripe.com/api/expanding_objects */
const DEEPEST = 4;

/** Expands paths like `latest_charge.balance_transaction`. Adds members that exist only when expanded. */
export function expand(store: Store, answer: unknown, paths: readonly string[]): unknown {
  let expanded = expandAnswer(store, answer);
  for (const path of paths) {
    const steps = path.split('.');
    if (steps.filter((step) => step !== 'data').length > DEEPEST) {
      throw invalid(`You cannot expand more than ${DEEPEST} levels of a property (${path}).`, 'expand');
    }
    expanded = walk(store, expanded, steps, path);
  }
  return expanded;
}

function walk(store: Store, value: unknown, [step, ...rest]: string[], path: string): unknown {
  if (step === undefined || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => walk(store, item, [step, ...rest], path));
  if (typeof value !== 'object') throw unexpandable(path);
  const members = value as Members;
  const inner = step in members ? expandObject(store, members[step], rest, path) : included(store, members, step, path);
  return { ...members, [step]: walk(store, inner, rest, path) };
}

function expandObject(store: Store, value: unknown, rest: string[], path: string): unknown {
  if (typeof value === 'string') {
    const kind = store.resourceOfId(value)?.kind;
    const object = kind && store.find(kind, value);
    if (!object) throw unexpandable(path);
    return expandAnswer(store, object);
  }
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
    return value.map((item) => expandObject(store, item, rest, path));
  }
  if (typeof value === 'number' || typeof value === 'boolean') throw unexpandable(path);
  return value;
}

function included(store: Store, object: Members, step: string, path: string): unknown {
  const resource = kindOf(store, object);
  const include = resource?.includable?.[step];
  if (!include) throw unexpandable(path);
  return include(store, object as never);
}

function expandAnswer(store: Store, answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) return answer;
  const { object, data } = answer as Members;
  if (object === 'list' && Array.isArray(data))
    return { ...answer, data: data.map((item) => expandAnswer(store, item)) };
  return kindOf(store, answer as Members)?.present?.(store, answer as Objects[Kind] as never) ?? answer;
}

function kindOf(store: Store, { object, id }: Members) {
  if (typeof object !== 'string' || typeof id !== 'string') return undefined;
  const resource = store.resourceOfId(id);
  return resource?.kind === object ? resource : undefined;
}

function unexpandable(path: string) {
  return invalid(
    `This property cannot be expanded (${path}). You may want to try expanding '${path.split('.').slice(0, -1).join('.') || 'data'}' instead, or remove it.`,
    'expand',
  );
}
