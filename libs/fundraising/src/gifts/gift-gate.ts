import { Injectable } from '@nestjs/common';
import type { Tx } from '@upstander/platform';

/** What is known of a gift before its row is made: enough to tell a donor from a machine that tries cards. */
export interface GiftAttempt {
  /** The network address; for counting only, never stored. */
  address: string;
  email: string;
  chargedMinor: bigint;
  currency: string;
  /** The solved puzzle, as the form sent it. */
  challenge: string | null;
  at: Date;
}

/** Refuses (throws a Refusal) or lets pass. */
export interface GiftGuard {
  /** Inside the transaction that makes the gift: what is written here is undone when the gift is refused later. */
  admit(tx: Tx, attempt: GiftAttempt): Promise<void>;
}

/** Where guards against card testing stand: asked once for each new gift, never for a retry with its key. */
@Injectable()
export class GiftGate {
  private readonly guards: GiftGuard[] = [];

  register(guard: GiftGuard): void {
    this.guards.push(guard);
  }

  /** @throws Refusal of the first guard that says no. */
  async admit(tx: Tx, attempt: GiftAttempt): Promise<void> {
    for (const guard of this.guards) await guard.admit(tx, attempt);
  }
}
