import { createHash } from 'node:crypto';
import type { Answer } from './answer.js';
import { StripeError } from './stripe-error.js';

export interface StoredResponse {
  key: string;
  endpoint: string;
  parameters: string;
  answer: Answer;
  at: number;
}

const DAY = 86_400;

/**
 * Responses by idempotency key (https://docs.stripe.com/api/idempotent_requests).
 * The same key returns the same status and body, including failures. Different parameters are rejected, and a
 * concurrent request conflicts. Requests rejected before they start are not stored. Keys expire after a day.
 */
export class Idempotency {
  private readonly kept = new Map<string, StoredResponse>();
  private readonly underWay = new Set<string>();
  onStored: (kept: StoredResponse) => void = () => {};

  constructor(private readonly now: () => number) {}

  /** Returns the stored response. If there is none, reserves the key until `saveAnswer` or `release`. */
  begin(key: string, endpoint: string, body: string): Answer | null {
    if (key.length > 255) {
      throw new StripeError(400, 'idempotency_error', 'Idempotency keys may be at most 255 characters long.');
    }
    if (this.underWay.has(key)) {
      throw new StripeError(
        409,
        'idempotency_error',
        `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
        { code: 'idempotency_key_in_use' },
      );
    }
    const earlier = this.kept.get(key);
    if (!earlier || earlier.at <= this.now() - DAY) {
      this.underWay.add(key);
      return null;
    }
    if (earlier.endpoint !== endpoint) throw reusedKeyError(key, `for the same endpoint they were first used for`);
    if (earlier.parameters !== fingerprint(body))
      throw reusedKeyError(key, 'with the same parameters they were first used with');
    return earlier.answer;
  }

  saveAnswer(key: string, endpoint: string, body: string, answer: Answer): void {
    const kept = { key, endpoint, parameters: fingerprint(body), answer, at: this.now() };
    this.restore(kept);
    this.underWay.delete(key);
    this.onStored(kept);
  }

  release(key: string): void {
    this.underWay.delete(key);
  }

  restore(kept: StoredResponse): void {
    this.kept.delete(kept.key);
    this.kept.set(kept.key, kept);
    // Ordered by age, so only the oldest need checking.
    for (const [key, { at }] of this.kept) {
      if (at > this.now() - DAY) break;
      this.kept.delete(key);
    }
  }

  list(): StoredResponse[] {
    return [...this.kept.values()];
  }
}

function fingerprint(body: string): string {
  return createHash('sha256').update(body).digest('base64url');
}

function reusedKeyError(key: string, how: string): StripeError {
  return new StripeError(
    400,
    'idempotency_error',
    `Keys for idempotent requests can only be used ${how}. Try using a key other than '${key}' if you meant to execute a different request.`,
  );
}
