import { Injectable } from '@nestjs/common';
import type { Tx } from '@upstander/platform';

/**
 * Lets libraries above this one react when a business or an opportunity closes, without this one knowing them.
 * A listener runs after the commit and may be lost with the process, so it only speeds up work that is also scheduled.
 */
@Injectable()
export class ClosureListeners {
  private readonly listeners: Array<() => void> = [];

  add(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Calls every listener once the transaction is committed. */
  notifyAfterCommit(tx: Tx): void {
    tx.afterCommit(() => {
      for (const listener of this.listeners) listener();
    });
  }
}
