import type { Actor } from '@upstander/identity';
import { typedKey, type Idempotency } from '@upstander/platform';

/** Converts an input to JSON for storing and comparing. Amounts become text, because JSON has no bigint. */
export function toPlainObject(input: object): unknown {
  return JSON.parse(JSON.stringify(input, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)));
}

/** @throws Refusal BAD_INPUT for an invalid key */
export function idempotencyRecordOf(
  actor: Actor,
  operation: string,
  input: { idempotencyKey?: string | null },
): Parameters<Idempotency['runOnce']>[1] {
  return {
    operation,
    actorKey: actor.accountId ?? '',
    key: typedKey(input.idempotencyKey),
    input: toPlainObject(input),
  };
}
