import { Injectable } from '@nestjs/common';
import type { Tx } from '@upstander/platform';
import type { RoleName } from '../../grants/role.js';

/** What a library does for somebody who is to be erased, beside what its columns say. */
export interface PersonPart {
  /** Its library's word for it. */
  readonly name: string;
  /** Why it cannot be yet. @throws Refusal */
  refuse?(email: string, at: Date): Promise<void>;
  /** Roles that are no power over others, and go with the person. */
  readonly roles?: readonly RoleName[];
  /** Whether they paid something: the law keeps a part of it without a name, and staff need a second person to erase them. */
  hasPaid?(email: string): Promise<boolean>;
  /** Ends what is ahead, each in a transaction of its own and safe to do again: places, payments. @throws what keeps it from it */
  end?(email: string, at: Date): Promise<void>;
  /** Before any row is locked. */
  lock?(tx: Tx): Promise<void>;
  /** When every row of the person is locked: keeps those from being written that need none of these. */
  lockLast?(tx: Tx, email: string): Promise<void>;
  /** By hand what the columns cannot say, in the transaction of the erasure. */
  erase?(tx: Tx, email: string, at: Date, by: string | null): Promise<void>;
}

/** Something came up ahead of the person while it ended: a sign-up of this moment. It has to end as well. */
export class MoreIsAhead extends Error {}

/** The parts of all libraries: each says its own when its module starts. */
@Injectable()
export class PersonParts {
  private readonly known: PersonPart[] = [];

  define(part: PersonPart): void {
    if (this.known.some(({ name }) => name === part.name)) throw new Error(`The part "${part.name}" is defined twice.`);
    this.known.push(part);
  }

  all(): readonly PersonPart[] {
    return this.known;
  }
}
