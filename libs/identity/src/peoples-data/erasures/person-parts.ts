import { Injectable } from '@nestjs/common';
import type { Tx } from '@upstander/platform';
import type { RoleName } from '../../grants/role.js';

/** Steps a library takes to erase a person, in addition to its column rules. */
export interface PersonPart {
  readonly name: string;
  /** Checks that the person can be erased now. @throws Refusal */
  refuse?(email: string, at: Date): Promise<void>;
  /** Roles without power over others. They are deleted with the person. */
  readonly roles?: readonly RoleName[];
  /**
   * True if the person made payments.
   * The law requires keeping an anonymized part, and a second staff member must approve.
   */
  hasPaid?(email: string): Promise<boolean>;
  /**
   * Ends upcoming sign-ups and payments, each in its own transaction.
   * Idempotent.
   * @throws the error that prevents it
   */
  end?(email: string, at: Date): Promise<void>;
  /** Takes table-level locks before any row is locked. */
  lock?(tx: Tx): Promise<void>;
  /** Blocks inserts that would need none of the locked rows. Called after all rows of the person are locked. */
  lockLast?(tx: Tx, email: string): Promise<void>;
  /** Erases what the column rules can't express, within the erasure's transaction. */
  erase?(tx: Tx, email: string, at: Date, by: string | null): Promise<void>;
}

/** Thrown if a new commitment, for example a sign-up, appeared during the erasure. It must be ended too. */
export class MoreIsAhead extends Error {}

/** Registry of the libraries' parts, filled on module start. */
@Injectable()
export class PersonParts {
  private readonly parts: PersonPart[] = [];

  define(part: PersonPart): void {
    if (this.parts.some(({ name }) => name === part.name)) throw new Error(`The part "${part.name}" is defined twice.`);
    this.parts.push(part);
  }

  all(): readonly PersonPart[] {
    return this.parts;
  }
}
