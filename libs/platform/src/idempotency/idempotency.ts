import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database/database.js';
import { sha256 } from '../crypto/secrets.js';
import { Refusal } from '../refusals/refusal.js';
import { typedKey } from '../typed/typed.js';

export interface IdempotentCall {
  operation: string;
  actorKey: string;
  key?: string | null;
  input: unknown;
}

/** Stores the result of a mutation in its transaction, so that a retry changes nothing. */
@Injectable()
export class Idempotency {
  constructor(private readonly db: Database) {}

  /**
   * Runs `work` once in a transaction of its own. See `runOnce`.
   * @throws Refusal BAD_INPUT for an invalid key; IDEMPOTENCY_KEY_REUSED
   */
  transaction<T>(call: IdempotentCall, work: (tx: Tx) => Promise<T>): Promise<T> {
    const key = typedKey(call.key);
    return this.db.transaction((tx) => this.runOnce(tx, { ...call, key }, () => work(tx)));
  }

  /**
   * Runs `work` once per actor and key inside `tx`. A retry returns the stored result.
   * The result must be JSON-serializable: return an ID and read the record again.
   * @throws Refusal IDEMPOTENCY_KEY_REUSED if the key was used with other input.
   */
  async runOnce<T>(tx: Tx, call: IdempotentCall, work: () => Promise<T>): Promise<T> {
    if (!call.key) return work();
    const hash = sha256(toJson(call.input));
    // A concurrent duplicate waits for the first call instead of failing.
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${call.operation}\n${call.actorKey}\n${call.key}`,
    ]);
    const [known] = await tx.query<{ input_hash: Buffer; answer: T }>(
      'SELECT input_hash, answer FROM platform.idempotency WHERE operation = $1 AND actor_key = $2 AND key = $3',
      [call.operation, call.actorKey, call.key],
    );
    if (known) {
      if (!known.input_hash.equals(hash)) throw keyReused();
      return known.answer;
    }
    const answer = await work();
    await tx.query(
      'INSERT INTO platform.idempotency (operation, actor_key, key, input_hash, answer) VALUES ($1, $2, $3, $4, $5)',
      [call.operation, call.actorKey, call.key, hash, JSON.stringify(answer)],
    );
    return answer;
  }
}

/** Amounts become text, because JSON has no bigint. */
function toJson(input: unknown): string {
  return JSON.stringify(input, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}

export function keyReused(): Refusal {
  return new Refusal('IDEMPOTENCY_KEY_REUSED', 'This idempotency key was already used for something else.');
}
