import { Injectable } from '@nestjs/common';
import type { Tx } from '@upstander/platform';
import type { RoleName } from '../../roles/role.js';

/** Erasure steps of a library, in addition to its column rules. */
export interface ErasureStep {
  readonly name: string;
  /** @throws Refusal if the person can't be erased now */
  requireErasable?(email: string, at: Date): Promise<void>;
  /** Roles without power over others, deleted with the person. */
  readonly roles?: readonly RoleName[];
  /** True after payments. The law requires keeping an anonymized part, and a second staff member must approve. */
  hasPayments?(email: string): Promise<boolean>;
  /** Ends upcoming sign-ups and payments, each in its own transaction. Idempotent. */
  end?(email: string, at: Date): Promise<void>;
  /** Takes table-level locks before any row is locked. */
  lock?(tx: Tx): Promise<void>;
  /** Blocks inserts that need none of the locked rows. Called after all rows of the person are locked. */
  lockLast?(tx: Tx, email: string): Promise<void>;
  /** Erases what the column rules can't express. */
  erase?(tx: Tx, email: string, at: Date, by: string | null): Promise<void>;
}

/** A new commitment, for example a sign-up, appeared during the erasure and must be ended too. */
export class NewCommitmentError extends Error {}

@Injectable()
export class ErasureSteps {
  private readonly parts: ErasureStep[] = [];

  define(part: ErasureStep): void {
    if (this.parts.some(({ name }) => name === part.name)) throw new Error(`The part "${part.name}" is defined twice.`);
    this.parts.push(part);
  }

  all(): readonly ErasureStep[] {
    return this.parts;
  }
}
