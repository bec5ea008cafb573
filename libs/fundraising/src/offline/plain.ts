import type { Actor } from '@upstander/identity';
import { typedKey, type Idempotency } from '@upstander/platform';

/** An input as it can be written down and compared: amounts as text, because JSON has no bigint. */
export function plain(input: object): unknown {
  return JSON.parse(JSON.stringify(input, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)));
}

/** What somebody signed in does once, however often their program asks for it. @throws Refusal BAD_INPUT for a bad key. */
export function callBy(
  actor: Actor,
  operation: string,
  input: { idempotencyKey?: string | null },
): Parameters<Idempotency['once']>[1] {
  return { operation, actorKey: actor.accountId ?? '', key: typedKey(input.idempotencyKey), input: plain(input) };
}
