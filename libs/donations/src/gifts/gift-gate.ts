import { Injectable } from '@nestjs/common';
import type { Tx } from '@upstander/platform';

/** Data about a new gift before it is stored, used to detect card testing. */
export interface GiftAttempt {
  /** IP address; for counting only, never stored. */
  address: string;
  email: string;
  chargedMinor: bigint;
  currency: string;
  challenge: string | null;
  at: Date;
}

export interface GiftGuard {
  /** Runs in the transaction that creates the gift, so its writes are rolled back with the gift. @throws Refusal */
  admit(tx: Tx, attempt: GiftAttempt): Promise<void>;
}

/** Runs the guards against card testing, once per new gift; retries with the same key skip them. */
@Injectable()
export class GiftGate {
  private readonly guards: GiftGuard[] = [];

  register(guard: GiftGuard): void {
    this.guards.push(guard);
  }

  async admit(tx: Tx, attempt: GiftAttempt): Promise<void> {
    for (const guard of this.guards) await guard.admit(tx, attempt);
  }
}
